import type { Fields } from './document.ts';

/**
 * Gives you an OpenAPI description with one operation for each entry: `{ getPet: 'GET /pets/{id}' }`,
 * or `{ getPet: { at: 'GET /pets/{id}', …fields of the operation } }`. Parameters of the path are
 * declared.
 */
export function toApi(operations: Readonly<Record<string, string | Fields>>): Fields {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [operationId, operation] of Object.entries(operations)) {
    const { at, ...fields } =
      typeof operation === 'string' ? { at: operation } : operation;
    const [method = '', ...words] = String(at).split(' ');
    const path = words.join(' ');
    const parameters = pathParameters(path);
    paths[path] ??= parameters.length === 0 ? {} : { parameters };
    paths[path][method.toLowerCase()] = {
      operationId,
      responses: { 200: { description: 'OK' } },
      ...fields,
    };
  }
  return { openapi: '3.1.0', info: { title: 'API', version: '1.0' }, paths };
}

function pathParameters(path: string): readonly Fields[] {
  return [...path.matchAll(/\{([^{}]+)\}/gu)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: {},
  }));
}

/** The operations that steps call by ids of their own: `GET /<id>` for each. */
export function operationsOf(document: Fields): Record<string, string> {
  const workflows = (document['workflows'] ?? []) as readonly Fields[];
  const ids = workflows.flatMap(({ steps }) =>
    ((steps ?? []) as readonly Fields[]).flatMap(({ operationId }) =>
      typeof operationId === 'string' ? [localId(operationId)] : [],
    ),
  );
  return Object.fromEntries(ids.map((id) => [id, `GET /${id}`]));
}

function localId(operationId: string): string {
  return operationId.replace(/^\$sourceDescriptions\.[^.]+\./u, '');
}
