import type { Json, JsonObject } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import type { Key } from '../../../expressions/index.ts';
import { ownValue } from '../../../expressions/own-value.ts';

/** An answer, a message or the output of a workflow in the making. It is never changed, only replaced. */
export type Draft = JsonObject;

/** Where a value stands in a draft. Negative indices count from the end. */
export type Keys = readonly Key[];

/** The value that stands there, or `undefined`. */
export function valueIn(draft: Json | undefined, keys: Keys): Json | undefined {
  let value = draft;
  for (const key of keys)
    value = ownValue(value, toIndex(value, key)) as Json | undefined;
  return value;
}

/** How deep a value may stand: nobody nests an answer deeper, and each level is a call within a call. */
const maxDepth = 500;

/** How far behind in a list it may stand: the items before it are made. */
const maxIndex = 1_000;

/** Whether a place is so deep, or so far behind in a list, that nothing is put there. */
export function isFarAway(keys: Keys): boolean {
  return (
    keys.length > maxDepth ||
    keys.some((key) => typeof key === 'number' && key > maxIndex)
  );
}

/**
 * A draft with another value there, or without one; what is missing on the way is made. It stays as it
 * is when the place is far away.
 */
export function withValue(draft: Draft, keys: Keys, value: Json | undefined): Draft {
  if (isFarAway(keys)) return draft;
  const changed = replace(draft, keys, value);
  return isObject(changed) ? changed : draft;
}

function replace(
  value: Json | undefined,
  keys: Keys,
  replacement: Json | undefined,
): Json | undefined {
  const [first, ...rest] = keys;
  if (first === undefined) return replacement;
  const inner = replace(valueIn(value, [first]), rest, replacement);
  return typeof first === 'number'
    ? withItem(listOf(value), Number(toIndex(value, first)), inner)
    : withMember(isObject(value) ? value : {}, first, inner);
}

function withItem(
  list: readonly Json[],
  index: number,
  item: Json | undefined,
): readonly Json[] {
  if (item === undefined) return list.filter((_, at) => at !== index);
  const [example = null] = list;
  const items = [...list];
  while (items.length < index) items.push(example);
  items[index] = item;
  return items;
}

/** fromEntries defines members, so that a key `__proto__` is a member like any other. */
function withMember(object: JsonObject, key: string, member: Json | undefined): Draft {
  const entries = new Map(Object.entries(object));
  if (member === undefined) entries.delete(key);
  else entries.set(key, member);
  return Object.fromEntries(entries);
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function toIndex(value: unknown, key: Key): Key {
  if (typeof key !== 'number' || key >= 0) return key;
  return Math.max(0, (Array.isArray(value) ? value.length : 0) + key);
}
