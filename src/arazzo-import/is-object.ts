import type { JsonObject } from './document.ts';

/** Tells whether a JSON value is an object, which arrays and `null` are not. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
