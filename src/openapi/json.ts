import type { Json } from '../expressions/index.ts';

export type { Json } from '../expressions/index.ts';

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** Tells whether a JSON value is an object, which arrays and `null` are not. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text, or `undefined` for anything else. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The items of an array; nothing of anything else. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The members of an object; nothing of anything else. */
export function membersOf(value: Json | undefined): readonly [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}
