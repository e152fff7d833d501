import { ArazzoError, didYouMean } from '../diagnostics/index.ts';
import type { OpenApiDescription } from '../openapi/index.ts';
import { createHttpService } from './http/create-http-service.ts';
import type { HttpServiceOptions } from './http/create-http-service.ts';
import type { Credentials } from './http/credentials/credential.ts';
import { toObjectKey } from './http/credentials/to-object-key.ts';
import type { Service } from './service.ts';

/** A source of an imported document, as far as calling it needs. */
export interface DescribedSource {
  readonly kind: string;
  /** Where its description was found. */
  readonly uri?: string;
  readonly description?: OpenApiDescription;
}

/** How {@link createHttpServices} calls APIs; by the name of the source. */
export interface HttpServicesOptions extends Pick<
  HttpServiceOptions,
  'fetch' | 'timeout' | 'maxResponseBytes' | 'now' | 'onWarning'
> {
  /** Where APIs are, instead of what their descriptions say. */
  readonly servers?: Readonly<Record<string, string>>;
  readonly serverVariables?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Method and path by operationId, for sources without a description: `{ addPet: 'POST /pets' }`. */
  readonly operations?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly credentials?: Readonly<Record<string, Credentials>>;
}

/**
 * A service for each source of an imported document that is called over HTTP: those with an OpenAPI
 * description, and those whose server you give.
 *
 * @throws ArazzoError `UNKNOWN_SOURCE` for a name in the options that no source has
 *
 * @example
 * ```ts
 * const arazzo = await importArazzo('buy-a-pet.arazzo.yaml');
 * const services = createHttpServices(arazzo, {
 *   credentials: { petstore: { key: { apiKey: process.env['PETSTORE_KEY'] ?? '' } } },
 * });
 * const machine = arazzo.workflow().machine({ services });
 * ```
 */
export function createHttpServices(
  { sources }: { readonly sources: Readonly<Record<string, DescribedSource>> },
  options: HttpServicesOptions = {},
): Readonly<Record<string, Service>> {
  const { servers, serverVariables, operations, credentials, ...rest } = options;
  for (const named of [servers, serverVariables, operations, credentials])
    assertKnown(Object.keys(named ?? {}), Object.keys(sources));
  return Object.fromEntries(
    Object.entries(sources).flatMap(([name, { kind, uri, description }]) => {
      const server = ownValue(servers, name);
      if (kind !== 'openapi' || (description ?? server) === undefined) return [];
      const service = createHttpService({
        ...rest,
        name,
        ...given('description', description),
        ...given('descriptionUrl', uri),
        ...given('server', server),
        ...given('serverVariables', ownValue(serverVariables, name)),
        ...given('operations', ownValue(operations, name)),
        ...given('credentials', ownValue(credentials, name)),
        credentialsHint: (scheme) => credentialsHint(name, scheme),
      });
      return [[name, service] as const];
    }),
  );
}

function credentialsHint(source: string, scheme: string): string {
  return `Give them with credentials: { ${toObjectKey(source)}: { ${toObjectKey(scheme)}: … } }.`;
}

function assertKnown(names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const found = `The document has no source "${unknown}".`;
  const hint = didYouMean(unknown, known);
  throw new ArazzoError(
    'UNKNOWN_SOURCE',
    hint === undefined ? found : `${found} ${hint}`,
  );
}

function ownValue<T>(
  record: Readonly<Record<string, T>> | undefined,
  name: string,
): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]: Value });
}
