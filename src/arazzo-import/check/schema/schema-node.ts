import { resolvePointer, parsePointer } from '../../../expressions/json-pointer.ts';
import type { JsonSchema } from '../../../openapi/index.ts';
import type { Json, JsonObject } from '../../document.ts';
import { isObject } from '../../is-object.ts';

/** A schema and the one that it stands in, which has the `$defs` that it refers to. */
export interface SchemaNode {
  readonly schema: Json;
  readonly root: JsonSchema;
}

/** The node of a schema that stands alone. */
export function rootNode(schema: JsonSchema): SchemaNode {
  return { schema, root: schema };
}

/**
 * The schemas that must all hold where a schema stands: itself, what it refers to and its `allOf`.
 * Each is there once, however they refer to each other.
 */
export function partsOf({ schema, root }: SchemaNode): readonly JsonObject[] {
  const parts = new Set<JsonObject>();
  const pending: (Json | undefined)[] = [schema];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (!isObject(next) || parts.has(next)) continue;
    parts.add(next);
    pending.push(...listOf(next['allOf']));
    const target = referenced(next, root);
    if (target !== undefined) pending.push(target);
  }
  return [...parts];
}

/** For each `anyOf` and `oneOf` the schemas of which one must hold. */
export function alternativesOf(node: SchemaNode): readonly (readonly SchemaNode[])[] {
  return partsOf(node).flatMap((part) =>
    [part['anyOf'], part['oneOf']]
      .map((list) => listOf(list))
      .filter((list) => list.length > 0)
      .map((list) => list.map((schema) => ({ schema, root: node.root }))),
  );
}

/** The types that a schema allows; `undefined` when it says nothing about them. */
export function typesOf(node: SchemaNode): readonly string[] | undefined {
  const lists = partsOf(node).flatMap(({ type }) =>
    type === undefined ? [] : [typeof type === 'string' ? [type] : listOf(type)],
  );
  const [first, ...others] = lists;
  return first
    ?.filter((type) => others.every((list) => list.includes(type)))
    .filter((type): type is string => typeof type === 'string');
}

/** The items of a list; nothing of anything else. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** Only references within the schema are left when it stands alone. */
function referenced({ $ref }: JsonObject, root: JsonSchema): Json | undefined {
  if (typeof $ref !== 'string' || !$ref.startsWith('#')) return undefined;
  const keys = parsePointer($ref.slice(1));
  return keys.ok ? (resolvePointer(root, keys.value) as Json | undefined) : undefined;
}

/** The schemas that an object's schema gives to a member; none when it says nothing about it. */
export function memberSchemas(node: SchemaNode, key: string): readonly Json[] {
  return partsOf(node).flatMap((part): readonly Json[] => {
    const { properties, additionalProperties: others } = part;
    if (isObject(properties) && Object.hasOwn(properties, key))
      return [properties[key] ?? true];
    return isObject(others) && part['patternProperties'] === undefined ? [others] : [];
  });
}
