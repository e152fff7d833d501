import type { Json, JsonObject } from './json.ts';

/**
 * Makes what 2.0 and 3.0 write in their own way JSON Schema 2020-12. Descriptions that were moved
 * to 3.1 often keep it, so that every version is adapted.
 */
export function adaptSchema(schema: JsonObject): JsonObject {
  const result: Record<string, Json> = Object.fromEntries(
    Object.entries(schema).filter(([key]) => !key.startsWith('x-') && key !== 'nullable'),
  );
  adaptBound(result, 'minimum', 'exclusiveMinimum');
  adaptBound(result, 'maximum', 'exclusiveMaximum');
  // `required: true` on a property and `type: file` are habits of 2.0.
  if (typeof result['required'] === 'boolean') delete result['required'];
  if (result['type'] === 'file') delete result['type'];
  const isNullable = schema['nullable'] === true || schema['x-nullable'] === true;
  return isNullable ? allowNull(result) : result;
}

/** `minimum: 0, exclusiveMinimum: true` is `exclusiveMinimum: 0`. */
function adaptBound(
  schema: Record<string, Json>,
  bound: string,
  exclusive: string,
): void {
  if (typeof schema[exclusive] !== 'boolean') return;
  const value = schema[bound];
  const isExclusive = schema[exclusive];
  delete schema[exclusive];
  if (!isExclusive || value === undefined) return;
  schema[exclusive] = value;
  delete schema[bound];
}

/** By the letter `nullable` needs a `type` beside it; what is meant is clear without. */
function allowNull(schema: JsonObject): JsonObject {
  const { type } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const values = schema['enum'];
  const withNull = { ...schema, type: [type, 'null'] };
  if (!Array.isArray(values) || values.includes(null)) return withNull;
  return { ...withNull, enum: [...(values as readonly Json[]), null] };
}
