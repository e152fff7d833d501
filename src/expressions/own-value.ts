/** A member name or an array index. */
export type Key = string | number;

const arrayIndex = /^(?:0|[1-9]\d*)$/;

/** Tells whether a key is written as RFC 6901 writes an array index. */
export function isArrayIndex(key: Key): boolean {
  return typeof key === 'number' || arrayIndex.test(key);
}

/**
 * The member or item of a JSON value, or `undefined`. Only what the value itself has: never
 * anything inherited, so that no document can reach `constructor` or `__proto__`.
 */
export function ownValue(value: unknown, key: Key): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) && !isArrayIndex(key)) return undefined;
  return Object.hasOwn(value, key) ? (value as Record<Key, unknown>)[key] : undefined;
}
