import { healthLakeOperationIds } from './knowledge.ts';

/** What a document and, if there is one, its OpenAPI description say about a source. */
export interface SourceTraits {
  /** The operations of the source that the document calls. */
  readonly operations: readonly OperationTraits[];
  readonly openapi?: OpenApiTraits;
}

/** How a step names an operation. */
export interface OperationTraits {
  readonly operationId?: string | undefined;
  readonly operationPath?: string | undefined;
  /** The value of the header parameter `X-Amz-Target`. */
  readonly targetHeader?: string | undefined;
}

/** The parts of an OpenAPI description that say whose API it is. */
export interface OpenApiTraits {
  /** `info.x-serviceName`, which converters of AWS models write. */
  readonly serviceName?: string | undefined;
  /** The URLs of its servers; variables may stand in them. */
  readonly servers?: readonly string[] | undefined;
}

/**
 * Whether a source is Amazon HealthLake. The OpenAPI description decides when it names the service
 * or its servers; without it the operations do.
 */
export function recogniseHealthLake({ operations, openapi = {} }: SourceTraits): boolean {
  const { serviceName, servers = [] } = openapi;
  if (serviceName !== undefined) return serviceName === 'healthlake';
  const hosts = servers.filter((url) => /^https?:/i.test(url));
  if (hosts.length > 0) return hosts.some((url) => healthLakeHost.test(url));
  const targets = operations.map(targetOf).filter((target) => target !== undefined);
  if (targets.length > 0) return targets.every((target) => target === 'HealthLake');
  return knowsAll(operations);
}

const healthLakeHost =
  /^https?:\/\/healthlake(?:-fips)?\.[\w{}-]+\.(?:amazonaws\.com(?:\.cn)?|api\.aws)(?:[:/]|$)/i;

/** The service in `HealthLake.TagResource`, from the header or the path. */
function targetOf({
  targetHeader,
  operationPath = '',
}: OperationTraits): string | undefined {
  const inPath = /X-Amz-Target(?:=|%3D)(\w+)\./i.exec(operationPath)?.[1];
  return targetHeader === undefined ? inPath : targetHeader.split('.')[0];
}

const knownIds: ReadonlySet<string> = new Set(
  healthLakeOperationIds.map((id) => id.toLowerCase()),
);

function knowsAll(operations: readonly OperationTraits[]): boolean {
  const ids = operations.map(({ operationId = '' }) => operationId.toLowerCase());
  // Many other services have a `TagResource`.
  return ids.every((id) => knownIds.has(id)) && ids.some((id) => id.includes('fhir'));
}
