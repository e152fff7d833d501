import type { JsonSchema } from '../../../openapi/index.ts';

type SchemaObject = Exclude<JsonSchema, boolean>;

const maxReferences = 20;

/** The schema itself or that of one of its properties, its references into `$defs` followed. */
export function propertyOf(
  schema: JsonSchema | undefined,
  name?: string,
): SchemaObject | undefined {
  if (typeof schema !== 'object') return undefined;
  const followed = followDefs(schema, schema);
  if (name === undefined || followed === undefined) return followed;
  return findProperty(schema, followed, name, new Set());
}

/** @param seen - schemas that were looked into: they may be made of each other */
function findProperty(
  root: SchemaObject,
  schema: SchemaObject,
  name: string,
  seen: Set<SchemaObject>,
): SchemaObject | undefined {
  if (seen.has(schema)) return undefined;
  seen.add(schema);
  const properties = asObject(schema['properties']);
  const property =
    properties !== undefined && Object.hasOwn(properties, name)
      ? asObject(properties[name])
      : undefined;
  if (property !== undefined) return followDefs(root, property);
  const parts = Array.isArray(schema['allOf'])
    ? (schema['allOf'] as readonly unknown[])
    : [];
  for (const part of parts) {
    const followed = followDefs(root, asObject(part));
    const found = followed && findProperty(root, followed, name, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function followDefs(
  root: SchemaObject,
  schema: SchemaObject | undefined,
): SchemaObject | undefined {
  let current = schema;
  for (let count = 0; count < maxReferences && current !== undefined; count += 1) {
    const reference = current['$ref'];
    if (typeof reference !== 'string') return current;
    current = asObject(asObject(root['$defs'])?.[reference.replace('#/$defs/', '')]);
  }
  return undefined;
}

function asObject(value: unknown): SchemaObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as SchemaObject)
    : undefined;
}
