/** A copy of an object without the keys whose value is null or undefined, at every depth. */
export function withoutNulls(
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const entries = Object.entries(value)
    .filter(([, item]) => item !== null && item !== undefined)
    .map(([key, item]) => [key, clean(item)]);
  return Object.fromEntries(entries);
}

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  return isPlain(value) ? withoutNulls(value) : value;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
