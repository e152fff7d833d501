import type { Json, JsonObject } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import {
  alternativesOf,
  listOf,
  partsOf,
} from '../../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { isArrayIndex } from '../../../expressions/own-value.ts';
import type { Key } from '../../../expressions/index.ts';

/** The schemas that a value within may have, those of alternatives too; none when nothing is said. */
export function schemasAt(
  start: SchemaNode,
  keys: readonly Key[],
): readonly SchemaNode[] {
  let nodes: readonly SchemaNode[] = [start];
  for (const key of keys) nodes = nodes.flatMap((node) => schemasOfMember(node, key));
  return nodes;
}

/** The schemas that a member or an item may have. */
function schemasOfMember(node: SchemaNode, key: Key): readonly SchemaNode[] {
  return allParts(node).flatMap((part) =>
    declared(part, key).map((schema) => ({ schema, root: node.root })),
  );
}

/** Everything that a schema is made of, alternatives included; each once. */
export function allParts(node: SchemaNode): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  const pending: SchemaNode[] = [node];
  // It grows while it is read.
  for (const next of pending) {
    const fresh = partsOf(next).filter((part) => !found.has(part));
    if (fresh.length === 0) continue;
    for (const part of fresh) found.add(part);
    for (const alternative of alternativesOf(next).flat()) pending.push(alternative);
  }
  return [...found];
}

function declared(part: JsonObject, key: Key): readonly Json[] {
  const { properties, items, prefixItems, additionalProperties: others } = part;
  if (isObject(properties) && Object.hasOwn(properties, String(key)))
    return [properties[String(key)] ?? true];
  if (isArrayIndex(key)) {
    const own = listOf(prefixItems)[Number(key)] ?? items;
    if (own !== undefined) return [own];
  }
  return isObject(others) ? [others] : [];
}
