/**
 * The text form of a value, as it is put into a string: objects and arrays as JSON, everything
 * else as it is written there. A value that is not there is the empty text.
 */
export function toText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}
