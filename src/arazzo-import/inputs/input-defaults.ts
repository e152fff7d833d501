import { parsePointer, resolvePointer } from '../../expressions/json-pointer.ts';
import type { Json, JsonObject } from '../document.ts';
import { isObject } from '../is-object.ts';

/** A schema that refers to itself would be followed for ever. */
const maxReferences = 20;

/**
 * The defaults that an inputs schema gives its properties; `undefined` when it gives none. The
 * specification does not say that they are used, but documents rely on it
 * (docs/decisions/input-defaults.md).
 */
export function inputDefaults(
  schema: JsonObject | boolean | undefined,
): JsonObject | undefined {
  if (!isObject(schema)) return undefined;
  const defaults = collect(schema, schema, 0);
  return defaults.length === 0 ? undefined : Object.fromEntries(defaults);
}

type Default = readonly [name: string, value: Json];

function collect(
  schema: JsonObject,
  root: JsonObject,
  depth: number,
): readonly Default[] {
  if (depth > maxReferences) return [];
  const own = follow(schema, root);
  const parts = Array.isArray(own['allOf']) ? (own['allOf'] as readonly Json[]) : [];
  const properties = isObject(own['properties']) ? own['properties'] : {};
  return [
    ...parts.filter(isObject).flatMap((part) => collect(part, root, depth + 1)),
    ...Object.entries(properties).flatMap(([name, property]) =>
      isObject(property) ? defaultOf(name, property, root) : [],
    ),
  ];
}

function defaultOf(
  name: string,
  property: JsonObject,
  root: JsonObject,
): readonly Default[] {
  const holder = 'default' in property ? property : follow(property, root);
  return holder['default'] === undefined ? [] : [[name, holder['default']]];
}

/** The schema that a chain of references within the root ends at. */
function follow(schema: JsonObject, root: JsonObject): JsonObject {
  let found = schema;
  for (let count = 0; count < maxReferences; count++) {
    const reference = found['$ref'];
    if (typeof reference !== 'string' || !reference.startsWith('#/')) return found;
    const keys = parsePointer(reference.slice(1));
    const target = keys.ok ? resolvePointer(root, keys.value) : undefined;
    if (!isObject(target)) return found;
    found = target;
  }
  return {};
}
