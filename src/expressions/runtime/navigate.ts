import { ownValue } from '../own-value.ts';
import type { Key } from '../own-value.ts';

/**
 * The value that a dotted path leads to, or `undefined`.
 *
 * A key may itself hold dots, so that the longest key that is there wins: `a.b` before `a`, then
 * `b`. `length` of an array or text is its length.
 */
export function navigate(root: unknown, path: readonly Key[]): unknown {
  let value = root;
  for (let at = 0; at < path.length && value !== undefined;) {
    const end = endOfKey(value, path, at);
    value = memberOf(value, end === at + 1 ? path[at] : path.slice(at, end).join('.'));
    at = end;
  }
  return value;
}

function endOfKey(value: unknown, path: readonly Key[], from: number): number {
  const firstIndex = path.findIndex((key, at) => at >= from && typeof key === 'number');
  const last = firstIndex < 0 ? path.length : firstIndex;
  for (let end = last; end > from + 1; end--) {
    if (ownValue(value, path.slice(from, end).join('.')) !== undefined) return end;
  }
  return from + 1;
}

function memberOf(value: unknown, key: Key | undefined): unknown {
  if (key === undefined) return undefined;
  const own = ownValue(value, key);
  if (own !== undefined || key !== 'length') return own;
  return Array.isArray(value) || typeof value === 'string' ? value.length : undefined;
}
