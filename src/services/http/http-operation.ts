import type {
  MediaType,
  OpenApiDescription,
  OpenApiOperation,
  OpenApiParameter,
  OpenApiProblem,
  OpenApiResponse,
  OpenApiServer,
  SecurityAlternative,
} from '../../openapi/index.ts';
import type { OperationReference } from '../service.ts';
import { refuse } from './refuse.ts';

/** An operation as far as it is known: by its description, or only by method and path. */
export interface HttpOperation {
  /** For messages. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly servers: readonly OpenApiServer[];
  readonly parameters: readonly OpenApiParameter[];
  readonly mediaTypes: readonly MediaType[];
  readonly responses: readonly OpenApiResponse[];
  /** What is wrong with its description. */
  readonly problems: readonly OpenApiProblem[];
  /** Absent when nobody says anything about it. */
  readonly security?: readonly SecurityAlternative[];
}

/** Where operations are looked up. */
export interface OperationSources {
  readonly description?: OpenApiDescription;
  /** By operationId: `POST /pets`. */
  readonly operations?: Readonly<Record<string, string>>;
}

/** Finds the operation that a document means, or refuses the call. */
export function findHttpOperation(
  reference: OperationReference,
  sources: OperationSources,
): HttpOperation {
  const found = lookUpHttpOperation(reference, sources);
  if (found !== undefined) return found;
  const name = nameOf(reference);
  return refuse(
    sources.description === undefined
      ? `Nobody says what "${name}" is. Give a description of the API, or operations: { "${name}": "GET /path" }.`
      : `The API description has no operation "${name}".`,
  );
}

/**
 * The operation that a document means, `undefined` when nobody says what it is; what the caller says
 * comes before the description.
 */
export function lookUpHttpOperation(
  reference: OperationReference,
  { description, operations = {} }: OperationSources,
): HttpOperation | undefined {
  const route = ownRoute(reference, operations);
  const described = readDescribed(reference, route, description);
  if (described !== undefined) return fromDescription(described);
  const known =
    route ?? (description === undefined ? routeOfPointer(reference) : undefined);
  if (known === undefined) return undefined;
  return fromRoute(nameOf(reference), known, description?.servers ?? []);
}

function nameOf({ operationId, operationPath }: OperationReference): string {
  return operationId ?? operationPath ?? '';
}

function ownRoute(
  { operationId }: OperationReference,
  operations: Readonly<Record<string, string>>,
): string | undefined {
  return operationId !== undefined && Object.hasOwn(operations, operationId)
    ? operations[operationId]
    : undefined;
}

function readDescribed(
  { operationId, operationPath }: OperationReference,
  route: string | undefined,
  description: OpenApiDescription | undefined,
): OpenApiOperation | undefined {
  if (route !== undefined) return description?.read({ route });
  const byId = operationId === undefined ? undefined : description?.read({ operationId });
  if (byId !== undefined || operationPath === undefined) return byId;
  return description?.read({ pointer: operationPath });
}

function fromDescription(operation: OpenApiOperation): HttpOperation {
  const { method, path, servers, parameters, responses, security, problems } = operation;
  return {
    name: operation.operationId ?? `${method} ${path}`,
    method,
    path,
    servers,
    parameters,
    responses,
    problems,
    mediaTypes: operation.requestBody?.mediaTypes ?? [],
    ...(security === undefined ? {} : { security }),
  };
}

function fromRoute(
  name: string,
  route: string,
  servers: readonly OpenApiServer[],
): HttpOperation {
  const match = /^\s*([A-Za-z-]+)\s+(\/\S*)\s*$/u.exec(route);
  const [, method, path] = match ?? [];
  if (method === undefined || path === undefined)
    return refuse(`"${route}" is no method and path. Write "POST /pets".`);
  return {
    name,
    method: method.toUpperCase(),
    path,
    servers,
    parameters: [],
    responses: [],
    problems: [],
    mediaTypes: [],
  };
}

/** A pointer into a description that nobody has read says method and path all the same. */
function routeOfPointer({ operationPath = '' }: OperationReference): string | undefined {
  const match = /^\/paths\/([^/]+)\/([a-z]+)$/u.exec(operationPath);
  const [, path, method] = match ?? [];
  if (path === undefined || method === undefined) return undefined;
  return `${method} ${path.replaceAll('~1', '/').replaceAll('~0', '~')}`;
}
