import type { Json, JsonObject } from '../../document.ts';
import type { Contradiction } from './contradiction.ts';
import { nameProblems } from './name-problems.ts';
import { scalarProblem } from './scalar-problem.ts';
import type { CheckOptions, Reason } from './scalar-problem.ts';
import { alternativesOf, listOf, memberSchemas, partsOf } from './schema-node.ts';
import type { SchemaNode } from './schema-node.ts';
import type { Sketch } from './sketch.ts';

/** Schemas may refer to each other in ways that take for ever to follow. */
const maxVisits = 20_000;

interface Search extends CheckOptions {
  visits: number;
}

/**
 * Compares what is known about a value with a schema. Only what can fit in no way is found: what is
 * unknown always fits, and so do keywords that are not looked at (`not`, `if`, `contains`, …).
 */
export function findContradictions(
  sketch: Sketch,
  node: SchemaNode,
  options: CheckOptions,
): readonly Contradiction[] {
  return compare(sketch, node, { ...options, visits: 0 }, new Set());
}

/** @param above - schemas that are being compared with the same value already */
function compare(
  sketch: Sketch,
  node: SchemaNode,
  search: Search,
  above: ReadonlySet<unknown>,
): readonly Contradiction[] {
  search.visits += 1;
  if (sketch.kind === 'unknown' || search.visits > maxVisits || above.has(node.schema))
    return [];
  const own = partsOf(node).flatMap((part) => partProblem(sketch, part, search) ?? []);
  // The type is wrong: nothing else can be said.
  if (own.length > 0) return own.slice(0, 1).map((reason) => ({ ...reason, keys: [] }));
  const inside = new Set([...above, node.schema]);
  return [
    ...nameProblems(sketch, node, above.size === 0),
    ...members(sketch, node, search),
    ...alternativesOf(node).flatMap((group) => chosen(sketch, group, search, inside)),
  ];
}

/** What is wrong with the value itself, whatever is in it. */
function partProblem(
  sketch: Sketch,
  part: JsonObject,
  search: Search,
): Reason | undefined {
  if (sketch.kind === 'scalar') return scalarProblem(sketch.value, part, search);
  const { type } = part;
  const types = typeof type === 'string' ? [type] : listOf(type).map(String);
  const found = sketch.kind === 'text' ? 'string' : sketch.kind;
  if (types.length > 0 && !types.includes(found) && !search.asText)
    return { text: `${nounOf(sketch)} is not ${types.join(' or ')}` };
  return sketch.kind === 'array' ? lengthProblem(sketch.items.length, part) : undefined;
}

function nounOf({ kind }: Sketch): string {
  if (kind === 'text') return 'a text with an expression in it is a string and';
  return kind === 'array' ? 'an array' : 'an object';
}

function lengthProblem(
  length: number,
  { minItems, maxItems }: JsonObject,
): Reason | undefined {
  if (typeof minItems === 'number' && length < minItems)
    return { text: `there are ${length} items and not at least ${minItems}` };
  return typeof maxItems === 'number' && length > maxItems
    ? { text: `there are ${length} items and not at most ${maxItems}` }
    : undefined;
}

/** One of the group must fit; when none does, the one that comes nearest tells why. */
function chosen(
  sketch: Sketch,
  group: readonly SchemaNode[],
  search: Search,
  above: ReadonlySet<unknown>,
): readonly Contradiction[] {
  const all = group.map((each) => compare(sketch, each, search, above));
  if (all.some((problems) => problems.length === 0)) return [];
  const [nearest] = all.toSorted((left, right) => costOf(left) - costOf(right));
  const [first] = nearest ?? [];
  if (first === undefined) return [];
  return group.length === 1
    ? (nearest ?? [])
    : [{ ...first, text: `it fits none of ${group.length} alternatives: ${first.text}` }];
}

/** A wrong tag says that another alternative was meant; so does a wrong type. */
function costOf(problems: readonly Contradiction[]): number {
  const isOther = problems.some(({ isTag }) => isTag === true);
  const isWhole = problems.some(({ keys }) => keys.length === 0);
  return problems.length + (isOther ? 1000 : 0) + (isWhole ? 0.5 : 0);
}

function members(
  sketch: Sketch,
  node: SchemaNode,
  search: Search,
): readonly Contradiction[] {
  if (sketch.kind === 'array')
    return sketch.items.flatMap((item, index) =>
      itemSchemas(node).flatMap((schema) =>
        below(index, item, { schema, root: node.root }, search),
      ),
    );
  if (sketch.kind !== 'object') return [];
  return [...sketch.members].flatMap(([key, member]) =>
    memberSchemas(node, key).flatMap((schema) =>
      below(key, member, { schema, root: node.root }, search),
    ),
  );
}

function below(
  key: string | number,
  sketch: Sketch,
  node: SchemaNode,
  search: Search,
): readonly Contradiction[] {
  return compare(sketch, node, search, new Set()).map((found) => ({
    ...found,
    keys: [key, ...found.keys],
  }));
}

function itemSchemas(node: SchemaNode): readonly Json[] {
  return partsOf(node).flatMap(({ items, prefixItems }) =>
    items === undefined || Array.isArray(items) || prefixItems !== undefined
      ? []
      : [items],
  );
}
