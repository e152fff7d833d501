import { isArrayIndex } from '../../../expressions/own-value.ts';
import type { Json } from '../../document.ts';
import { isObject } from '../../is-object.ts';
import { memberNames } from './member-names.ts';
import { alternativesOf, partsOf, typesOf } from './schema-node.ts';
import type { SchemaNode } from './schema-node.ts';

/** Where a walk ended because there is nothing of that name. */
export interface DeadEnd {
  /** How many keys could be followed. */
  readonly length: number;
  /** What is there instead. */
  readonly names: readonly string[];
  /** What was met is a list, so that an index was wanted. */
  readonly isList: boolean;
}

/**
 * Follows keys through what a value may be; says where that is impossible. `undefined` when it may be
 * possible, also when the schemas do not say enough to know.
 */
export function walkSchemas(
  start: readonly SchemaNode[],
  keys: readonly (string | number)[],
): DeadEnd | undefined {
  let nodes = start;
  for (const [length, key] of keys.entries()) {
    if (nodes.length === 0) return undefined;
    const found = nodes.map((node) => membersAt(node, String(key)));
    if (found.includes('unknown')) return undefined;
    const next = found.flatMap((each) => (each === 'unknown' ? [] : each));
    if (next.length === 0) {
      const names = nodes.flatMap((node) => [...memberNames(node).names]);
      // A key of the path may itself have dots in it.
      if (names.some((name) => name.includes('.'))) return undefined;
      const isList = nodes.every((node) => typesOf(node)?.join() === 'array');
      return { length, names: [...new Set(names)], isList };
    }
    nodes = next;
  }
  return undefined;
}

/** The schemas that a member may have; none when there can be no such member. */
function membersAt(node: SchemaNode, key: string): readonly SchemaNode[] | 'unknown' {
  if (key === 'length') return 'unknown';
  const types = typesOf(node)?.filter((type) => type !== 'null');
  const found = declaredAt(node, key, new Set());
  if (found.length > 0) return found;
  if (types?.length === 1 && types[0] === 'array')
    return isArrayIndex(key) || key === '-' ? 'unknown' : [];
  if (types !== undefined && types.length > 0 && !types.includes('object'))
    return types.includes('array') || alternativesOf(node).length > 0 ? 'unknown' : [];
  return memberNames(node).openness === 'open' ? 'unknown' : [];
}

/** Every schema that something in the node gives to the key. */
function declaredAt(
  node: SchemaNode,
  key: string,
  seen: Set<unknown>,
): readonly SchemaNode[] {
  if (seen.has(node.schema)) return [];
  seen.add(node.schema);
  const own = partsOf(node).flatMap(({ properties, items, prefixItems }): Json[] => {
    if (isObject(properties) && Object.hasOwn(properties, key))
      return [properties[key] ?? true];
    const isPlain = prefixItems === undefined && items !== undefined;
    return isPlain && isArrayIndex(key) ? [items] : [];
  });
  return [
    ...own.map((schema) => ({ schema, root: node.root })),
    ...alternativesOf(node).flatMap((group) =>
      group.flatMap((alternative) => declaredAt(alternative, key, seen)),
    ),
  ];
}
