import type { Components, Json, Reusable } from '../document.ts';
import { defined } from '../defined.ts';
import { isObject } from '../is-object.ts';
import { pointerTokens } from '../json-pointer.ts';
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
    if (!isObject(value)) return read(place);
    if (Object.hasOwn(value, '$ref')) return readRef(place, section, value['$ref']);
    // Generators write an empty reference beside what they mean.
    if (Object.hasOwn(value, 'reference') && value['reference'] !== '') {
      return parseReusable(place, section);
    }
    return isNamedReference(value, section)
      ? readNamedReference(place, value['name'])
      : read(place);
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

type NamedReference = { readonly name: string };

/** `{ name: $components.failureActions.x }` and nothing that would make it an action of its own. */
function isNamedReference(
  value: object,
  section: ReusableSection,
): value is NamedReference {
  const { name, type } = value as { name?: Json; type?: Json };
  const isReference =
    typeof name === 'string' && name.startsWith(`$components.${section}.`);
  return isReference && type === undefined && section !== 'parameters';
}

function readNamedReference({ path, context }: Place, reference: string): Reusable {
  context.report({
    code: 'REFERENCE_AS_NAME',
    severity: 'warning',
    message: 'The name of the action is a reference; the component is taken.',
    path: `${path}/name`,
    target: 'key',
    hint: `Write reference: ${reference}`,
  });
  return { kind: 'reusable', path, reference };
}

/** Understands `#/components/parameters/page`, which can mean only one thing. */
function readRef(
  { path, context }: Place,
  section: ReusableSection,
  ref: Json | undefined,
): Reusable | undefined {
  const name = componentName(ref, section);
  if (name === undefined) {
    context.report({
      code: 'INVALID_VALUE',
      message: 'Only JSON Schemas can be reused by "$ref".',
      path,
      hint: `Write reference: $components.${section}.<name>`,
    });
    return undefined;
  }
  const reference = `$components.${section}.${name}`;
  context.report({
    code: 'REF_FOR_REFERENCE',
    severity: 'warning',
    message: 'Only JSON Schemas are reused by "$ref"; the component is taken.',
    path: `${path}/$ref`,
    target: 'key',
    hint: `Write reference: ${reference}`,
  });
  return { kind: 'reusable', path, reference };
}

/** The name in a `$ref` to a component of this document and section. */
function componentName(
  ref: Json | undefined,
  section: ReusableSection,
): string | undefined {
  if (typeof ref !== 'string' || !ref.startsWith('#/')) return undefined;
  const [root, found, name, ...others] = pointerTokens(ref);
  const isComponent = root === 'components' && found === section && others.length === 0;
  return isComponent && name !== '' ? name : undefined;
}
