import type { OperationReference } from '../../services/service.ts';
import { defined } from '../defined.ts';
import { isObject } from '../is-object.ts';
import { appendToken } from '../json-pointer.ts';
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
  return defined({
    operationIds: [...byId.keys()],
    find: (reference: OperationReference) => findOperation(reference, byId, byPointer),
    servers: serversOf(value['servers']),
    title: text(info['title']),
    serviceName: text(info['x-serviceName']),
  });
}

interface Operation {
  readonly id: string | undefined;
  readonly pointer: string;
}

function operationsOf(paths: Json | undefined): readonly Operation[] {
  if (!isObject(paths)) return [];
  return Object.entries(paths).flatMap(([path, item]) =>
    isObject(item) ? methodsOf(item, appendToken('/paths', path)) : [],
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
  return defined({ source, operationPath, operationId: id });
}

function serversOf(servers: Json | undefined): readonly string[] {
  if (!Array.isArray(servers)) return [];
  return servers.flatMap((server: Json) =>
    isObject(server) && typeof server['url'] === 'string' ? [server['url']] : [],
  );
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
