import { ownValue } from '../own-value.ts';
import type { Key } from '../own-value.ts';

/** A path in a lax JSONPath condition. Plain JSON. */
export interface LaxPath {
  /** The query alone, without what measures its result: `$.items`. */
  readonly query: string;
  /** The keys to walk, when the path can lead to one node only; else a query engine is needed. */
  readonly keys?: readonly Key[];
  /**
   * The length of what the path leads to is meant: `length($.items)`, or `$.items.length`, which
   * means a member of that name when there is one.
   */
  readonly length?: 'function' | 'member';
}

/** The value that a list of keys leads to, or `undefined`. Negative indices count from the end. */
export function walk(root: unknown, keys: readonly Key[]): unknown {
  let value = root;
  for (const key of keys) {
    if (typeof key === 'number') value = Array.isArray(value) ? value.at(key) : undefined;
    else value = Array.isArray(value) ? undefined : ownValue(value, key);
  }
  return value;
}

/** The length of a value as JSONPath's `length` has it, or `undefined`. */
export function lengthOf(value: unknown): number | undefined {
  // Unicode characters, as RFC 9535 counts them.
  if (typeof value === 'string') return Array.from(value).length;
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length
    : undefined;
}

/** The path in the syntax of RFC 9535. */
export function formatPath(keys: readonly Key[]): string {
  return `$${keys.map(formatKey).join('')}`;
}

function formatKey(key: Key): string {
  if (typeof key === 'number') return `[${key}]`;
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
