import type { Json, JsonObject } from './document.ts';

/** Tells whether a JSON value is an object, which arrays and `null` are not. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
