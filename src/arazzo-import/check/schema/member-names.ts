import type { JsonObject } from '../../document.ts';
import { isObject } from '../../is-object.ts';
import { alternativesOf, partsOf } from './schema-node.ts';
import type { SchemaNode } from './schema-node.ts';

/** What a schema says about the members that an object may have. */
export interface MemberNames {
  readonly names: ReadonlySet<string>;
  /**
   * `closed`: others are refused. `listed`: there is a list, and nothing is said about others. `open`:
   * others are welcome, or the schema says nothing.
   */
  readonly openness: 'closed' | 'listed' | 'open';
}

/** The members of an object, over all parts and alternatives of its schema. */
export function memberNames(node: SchemaNode): MemberNames {
  const names = new Set<string>();
  const openness = collect(node, names, new Set());
  return { names, openness: openness === 'silent' ? 'open' : openness };
}

type Openness = MemberNames['openness'] | 'silent';

function collect(node: SchemaNode, names: Set<string>, seen: Set<unknown>): Openness {
  if (!isObject(node.schema) || seen.has(node.schema)) return 'silent';
  seen.add(node.schema);
  const parts = partsOf(node).map((part) => {
    if (isObject(part['properties']))
      for (const name of Object.keys(part['properties'])) names.add(name);
    return opennessOf(part);
  });
  const own = together(parts);
  const groups = alternativesOf(node).map((group) =>
    either(
      group.map((alternative) => collect(alternative, names, seen)),
      own,
    ),
  );
  return together([own, ...groups]);
}

/** All of them hold. */
function together(all: readonly Openness[]): Openness {
  for (const each of ['open', 'closed', 'listed'] as const)
    if (all.includes(each)) return each;
  return 'silent';
}

/** One of them holds; one that lists nothing says nothing, unless nobody else lists anything. */
function either(all: readonly Openness[], own: Openness): Openness {
  if (all.includes('open') || (own === 'silent' && all.includes('silent'))) return 'open';
  if (all.includes('silent')) return 'silent';
  return all.includes('listed') ? 'listed' : 'closed';
}

function opennessOf(part: JsonObject): Openness {
  const { properties, additionalProperties, unevaluatedProperties } = part;
  const others = additionalProperties ?? unevaluatedProperties;
  if (isObject(part['patternProperties']) || part['if'] !== undefined) return 'open';
  if (others === false) return 'closed';
  if (others !== undefined) return 'open';
  return isObject(properties) && Object.keys(properties).length > 0 ? 'listed' : 'silent';
}
