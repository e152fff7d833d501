/** Any value that JSON can hold. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Tells whether two JSON values are the same, whatever the order of their members. */
export function sameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (!isStructured(left) || !isStructured(right)) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]),
  );
}

/** Tells whether a value is an object or an array, that is: whether it has members. */
export function isStructured(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
