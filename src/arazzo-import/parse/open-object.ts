import type { JsonObject } from '../document.ts';
import { describeValue } from './describe-value.ts';
import { isObject } from '../is-object.ts';
import { ObjectReader } from './object-reader.ts';
import type { Place } from './place.ts';

/**
 * Gives you a reader for the object at a place, or `undefined` (and a report) when something else
 * stands there.
 *
 * @param noun - what the object is, for messages: `step`
 * @param idField - the field that tells it from others of its kind
 */
export function openObject(
  place: Place,
  noun: string,
  idField?: string,
): ObjectReader | undefined {
  const { value, path, context } = place;
  if (isObject(value)) {
    return new ObjectReader(value, place, (members) => titleOf(noun, idField, members));
  }
  context.report({
    code: 'WRONG_TYPE',
    message: `The ${noun} is ${describeValue(value)}, not an object.`,
    path,
  });
  return undefined;
}

function titleOf(noun: string, idField: string | undefined, members: JsonObject): string {
  if (idField === undefined) return `The ${noun}`;
  const id = members[idField];
  if (typeof id !== 'string') return `This ${noun}`;
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${describeValue(id)}`;
}
