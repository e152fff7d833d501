import type { Json } from '../document.ts';
import { isObject } from '../is-object.ts';
import { appendToken } from '../json-pointer.ts';
import { describeValue } from './describe-value.ts';
import type { FieldOptions, ObjectReader, Read } from './object-reader.ts';
import type { Place } from './place.ts';
import { wrongType } from './read-scalar.ts';

/** How a list is to be read. */
export interface ListOptions extends FieldOptions {
  /** Tells whether a value that is no list is meant as the only item of one. */
  readonly isItem?: (value: Json) => boolean;
  /** What to write in place of a value that is neither. */
  readonly hint?: string;
}

/** Gives you the usable items of a list, or the only one where the list around it is missing. */
export function readList<T>(
  object: ObjectReader,
  field: string,
  place: Place,
  read: Read<T>,
  { isItem, hint }: ListOptions,
): T[] {
  const items = place.value;
  if (Array.isArray(items)) {
    return readItems(items, place, read);
  }
  if (isItem?.(items) !== true) {
    return wrongType(object, field, place, 'an array', hint) ?? [];
  }
  object.report({
    code: 'SINGLE_ITEM',
    severity: 'warning',
    message: `${object.title} has ${describeValue(items)} as "${field}", which is meant to be a list.`,
    field,
    hint:
      typeof items === 'string'
        ? `Write ${field}: [${items}]`
        : 'Put a "-" before it, or brackets around it.',
  });
  return itemOf(read(place));
}

function readItems<T>(
  values: readonly Json[],
  { path, context }: Place,
  read: Read<T>,
): T[] {
  const items: T[] = [];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as Json;
    const item = read({ value, path: appendToken(path, index), context });
    if (item !== undefined) items.push(item);
  }
  return items;
}

function itemOf<T>(item: T | undefined): T[] {
  return item === undefined ? [] : [item];
}

/** Gives you a test for objects that have one of the fields by which an item is known. */
export function hasOneOf(...fields: readonly string[]): (value: Json) => boolean {
  return (value) =>
    isObject(value) && fields.some((field) => Object.hasOwn(value, field));
}

/** Tells whether a value is a text. */
export function isText(value: Json): boolean {
  return typeof value === 'string';
}

/** Gives you an item that is a text. */
export function readItemText({ value, path, context }: Place): string | undefined {
  if (typeof value === 'string') return value;
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  if (!isScalar) {
    const message = `The item is ${describeValue(value)}, not a string.`;
    context.report({ code: 'WRONG_TYPE', message, path });
    return undefined;
  }
  const written = context.sourceAt(path);
  context.report({
    code: 'SCALAR_FOR_TEXT',
    severity: 'warning',
    message: `The item is ${describeValue(value)}, which is meant to be a text.`,
    path,
    hint: `Quote it: "${written}"`,
  });
  return written;
}
