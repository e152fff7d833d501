import type { CompiledQuery } from '../engines/engines.ts';
import { sameJson } from '../json.ts';
import { ownValue } from '../own-value.ts';
import type { Operator } from './condition.ts';
import type { Semantics } from './evaluate-condition.ts';
import { lengthOf, walk } from './lax-path.ts';
import type { LaxPath } from './lax-path.ts';
import { order } from './order.ts';

/** What the paths of a lax condition are looked up in. */
export interface LaxEnvironment {
  readonly root: unknown;
  /** The queries that are more than a walk, by their text. */
  readonly queries: ReadonlyMap<string, CompiledQuery>;
}

/**
 * What a lax JSONPath condition means. A path stands for the first node it leads to; alone, it
 * holds when there is one. Values are compared as JSONPath does, with regard to type and case. A
 * node that is missing equals `null` and nothing else.
 */
export const laxSemantics: Semantics<LaxPath, LaxEnvironment> = {
  value: valueAt,
  holds: (path, environment) => {
    const value = valueAt(path, environment);
    return path.length === undefined ? value !== undefined : Boolean(value);
  },
  compare,
};

function valueAt(path: LaxPath, environment: LaxEnvironment): unknown {
  const { root, queries } = environment;
  const value =
    path.keys === undefined
      ? queries.get(path.query)?.first(root)?.value
      : walk(root, path.keys);
  if (path.length === undefined) return value;
  const member = Array.isArray(value) ? undefined : ownValue(value, 'length');
  return path.length === 'member' && member !== undefined ? member : lengthOf(value);
}

function compare(operator: Operator, left: unknown, right: unknown): boolean {
  if (operator === '==') return same(left, right);
  if (operator === '!=') return !same(left, right);
  if (operator === 'contains') return contains(left, right);
  if (operator === 'in') return contains(Array.isArray(right) ? right : [], left);
  return ordered(operator, left, right);
}

function ordered(operator: Operator, left: unknown, right: unknown): boolean {
  if (typeof left === 'number' && typeof right === 'number') {
    return order(operator, left, right);
  }
  return (
    typeof left === 'string' && typeof right === 'string' && order(operator, left, right)
  );
}

function contains(left: unknown, right: unknown): boolean {
  if (Array.isArray(left)) return left.some((item) => same(item, right));
  return typeof left === 'string' && typeof right === 'string' && left.includes(right);
}

function same(left: unknown, right: unknown): boolean {
  return sameJson(left ?? null, right ?? null);
}
