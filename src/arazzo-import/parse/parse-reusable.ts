import type { Components, Reusable } from '../document.ts';
import { defined } from '../defined.ts';
import { isObject } from '../is-object.ts';
import type { ObjectReader, Read } from './object-reader.ts';
import { openObject } from './open-object.ts';
import type { Place } from './place.ts';

/** The parts of the Components Object that Reusable Objects can name. */
export type ReusableSection = keyof Components &
  ('parameters' | 'successActions' | 'failureActions');

/** Gives you a reader for a list whose items may stand for components of a section. */
export function orReusable<T>(
  section: ReusableSection,
  read: Read<T>,
): Read<T | Reusable> {
  return (place) => {
    const { value } = place;
    if (isObject(value) && Object.hasOwn(value, '$ref')) return reportRef(place, section);
    const isReusable = isObject(value) && Object.hasOwn(value, 'reference');
    return isReusable ? parseReusable(place, section) : read(place);
  };
}

function parseReusable(place: Place, section: ReusableSection): Reusable | undefined {
  const object = openObject(place, 'reference', 'reference');
  if (object === undefined) return undefined;
  const reference = object.string('reference', { required: true });
  if (section !== 'parameters') object.ignore('value', 'only parameters have a value');
  const value = section === 'parameters' ? object.json('value') : undefined;
  // Other fields are ignored without a word, as the specification demands.
  if (reference === undefined || !checkReference(object, reference, section))
    return undefined;
  return defined({ kind: 'reusable' as const, path: object.path, reference, value });
}

function checkReference(
  object: ObjectReader,
  reference: string,
  section: ReusableSection,
): boolean {
  const prefix = `$components.${section}.`;
  if (reference.startsWith(prefix) && reference.length > prefix.length) return true;
  object.report({
    code: 'INVALID_VALUE',
    message: `${object.title} does not name one of the ${section} of the components.`,
    field: 'reference',
    hint: `Write ${prefix}<name>.`,
  });
  return false;
}

function reportRef({ path, context }: Place, section: ReusableSection): undefined {
  context.report({
    code: 'INVALID_VALUE',
    message: 'Only JSON Schemas can be reused by "$ref".',
    path,
    hint: `Write reference: $components.${section}.<name>`,
  });
}
