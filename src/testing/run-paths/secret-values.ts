import {
  alternativesOf,
  listOf,
  memberSchemas,
  partsOf,
  rootNode,
} from '../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../arazzo-import/check/schema/schema-node.ts';
import type { Json, JsonObject } from '../../arazzo-import/document.ts';
import { isObject } from '../../arazzo-import/is-object.ts';
import type { JsonSchema } from '../../openapi/index.ts';
import { leavesOf } from './leaves-of.ts';

/** Something that nobody is to see. */
export type SecretValue = string | number;

/** The texts and numbers in a value that its schema calls secrets: `format: password`, `writeOnly`. */
export function secretValues(value: unknown, schema: unknown): readonly SecretValue[] {
  if (!isObject(schema) || !mentionsSecrets(schema)) return [];
  return collect(value, [rootNode(schema as JsonSchema)]);
}

/** What the members of a value are when it does not have them. */
export function defaultsOf(schema: unknown): JsonObject {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  if (!isObject(properties)) return {};
  const defaults = Object.entries(properties).flatMap(([name, property]) =>
    isObject(property) && property['default'] !== undefined
      ? [[name, property['default']] as const]
      : [],
  );
  return Object.fromEntries(defaults);
}

const known = new WeakMap<object, boolean>();

/** Most schemas have none, and values are many. */
function mentionsSecrets(schema: object): boolean {
  const mentions =
    known.get(schema) ??
    /"format":"password"|"writeOnly":true/u.test(JSON.stringify(schema));
  known.set(schema, mentions);
  return mentions;
}

function collect(value: unknown, nodes: readonly SchemaNode[]): readonly SecretValue[] {
  if (value === undefined || nodes.length === 0) return [];
  const all = withAlternatives(nodes);
  if (all.flatMap(partsOf).some(isSecret))
    return leavesOf(value).flatMap(({ leaf }) => (isText(leaf) ? [leaf] : []));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    collect(
      member,
      all.flatMap((node) =>
        (Array.isArray(value) ? itemSchemas(node) : memberSchemas(node, key)).map(
          (schema) => ({ schema, root: node.root }),
        ),
      ),
    ),
  );
}

function isSecret({ format, writeOnly }: JsonObject): boolean {
  return format === 'password' || writeOnly === true;
}

function isText(leaf: unknown): leaf is SecretValue {
  return (typeof leaf === 'string' && leaf !== '') || typeof leaf === 'number';
}

/** The nodes and everything that may hold in their place, each once. */
function withAlternatives(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  const found = new Map(nodes.map((node) => [node.schema, node]));
  // It grows while it is read.
  for (const node of found.values())
    for (const alternative of alternativesOf(node).flat())
      if (!found.has(alternative.schema)) found.set(alternative.schema, alternative);
  return [...found.values()];
}

function itemSchemas(node: SchemaNode): readonly Json[] {
  return partsOf(node).flatMap(({ items, prefixItems }) => [
    ...listOf(prefixItems),
    ...(isObject(items) ? [items] : []),
  ]);
}
