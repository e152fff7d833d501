import type { OperationReference } from '../../services/service.ts';
import type { Json, JsonObject } from '../document.ts';
import type { SourceOperations } from '../link/link-context.ts';

/** An API description, as far as linking and recognising it needs. */
export interface OpenApiIndex extends SourceOperations {
  readonly title?: string;
  /** `info.x-serviceName`, which converters of AWS models write. */
  readonly serviceName?: string;
  readonly servers: readonly string[];
}

const methods = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
];

/** Indexes the operations of an OpenAPI description (2.0 or 3.x); `undefined` when it is none. */
export function indexOpenApi(value: Json | undefined): OpenApiIndex | undefined {
  if (!isObject(value) || !('openapi' in value || 'swagger' in value)) return undefined;
  const operations = operationsOf(value['paths']);
  const byId = new Map(
    operations.flatMap(({ id, pointer }) => (id === undefined ? [] : [[id, pointer]])),
  );
  const byPointer = new Map(operations.map(({ id, pointer }) => [pointer, id]));
  const info = isObject(value['info']) ? value['info'] : {};
  return {
    operationIds: [...byId.keys()],
    find: (reference) => findOperation(reference, byId, byPointer),
    servers: serversOf(value['servers']),
    ...text('title', info['title']),
    ...text('serviceName', info['x-serviceName']),
  };
}

interface Operation {
  readonly id: string | undefined;
  readonly pointer: string;
}

function operationsOf(paths: Json | undefined): readonly Operation[] {
  if (!isObject(paths)) return [];
  return Object.entries(paths).flatMap(([path, item]) =>
    isObject(item) ? methodsOf(item, `/paths/${escape(path)}`) : [],
  );
}

function methodsOf(item: JsonObject, pointer: string): readonly Operation[] {
  return methods.flatMap((method) => {
    const operation = item[method];
    if (!isObject(operation)) return [];
    const id = operation['operationId'];
    return [
      { id: typeof id === 'string' ? id : undefined, pointer: `${pointer}/${method}` },
    ];
  });
}

function findOperation(
  reference: OperationReference,
  byId: ReadonlyMap<string, string>,
  byPointer: ReadonlyMap<string, string | undefined>,
): OperationReference | undefined {
  const { source, operationId, operationPath } = reference;
  if (operationId !== undefined) return byId.has(operationId) ? reference : undefined;
  if (operationPath === undefined || !byPointer.has(operationPath)) return undefined;
  const id = byPointer.get(operationPath);
  return { source, operationPath, ...(id === undefined ? {} : { operationId: id }) };
}

function serversOf(servers: Json | undefined): readonly string[] {
  if (!Array.isArray(servers)) return [];
  return servers.flatMap((server: Json) =>
    isObject(server) && typeof server['url'] === 'string' ? [server['url']] : [],
  );
}

function text<Key extends string>(
  key: Key,
  value: Json | undefined,
): { readonly [K in Key]?: string } {
  return (typeof value === 'string' ? { [key]: value } : {}) as {
    readonly [K in Key]?: string;
  };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escape(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
