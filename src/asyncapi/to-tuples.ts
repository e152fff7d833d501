import { isObject } from '../openapi/json.ts';
import type { Json, JsonObject } from '../openapi/json.ts';

/** Values, not schemas: whatever is in them stays as it is. */
const data = new Set(['const', 'default', 'enum', 'examples']);

/** Keywords that hold schemas by name, so that a name is never taken for a keyword. */
const maps = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);

/** Writes the tuples of a draft 7 schema, which AsyncAPI's schemas are, as 2020-12 has them. */
export function toTuples(schema: JsonObject | boolean): JsonObject | boolean {
  return isObject(schema) ? convertObject(schema) : schema;
}

function convert(schema: Json): Json {
  if (Array.isArray(schema)) return (schema as readonly Json[]).map(convert);
  return isObject(schema) ? convertObject(schema) : schema;
}

function convertObject({ items, additionalItems, ...rest }: JsonObject): JsonObject {
  const others = Object.fromEntries(
    Object.entries(rest).map(([key, member]) => [key, convertMember(key, member)]),
  );
  if (!Array.isArray(items)) {
    return items === undefined ? others : { ...others, items: convert(items) };
  }
  const prefixItems = { prefixItems: convert(items) };
  const restItems =
    additionalItems === undefined ? {} : { items: convert(additionalItems) };
  return { ...others, ...prefixItems, ...restItems };
}

function convertMember(key: string, member: Json): Json {
  if (data.has(key)) return member;
  if (!maps.has(key) || !isObject(member)) return convert(member);
  return Object.fromEntries(
    Object.entries(member).map(([name, schema]) => [name, convert(schema)]),
  );
}
