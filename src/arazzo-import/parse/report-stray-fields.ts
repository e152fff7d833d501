import { nearestName } from '../../diagnostics/index.ts';
import type { ObjectReader } from './object-reader.ts';
import { laterHint } from './read-scalar.ts';

const reservedPrefixes = ['x-oai-', 'x-oas-', 'x-arazzo'];

/** This library's own: what silences findings (docs/check.md). */
const ownExtension = 'x-arazzo-xstate-ignore';

/** The fields an object may have, and those that it may have in a later version. */
export interface FieldNames {
  readonly known: readonly string[];
  readonly later: readonly string[];
}

/** Tells whether a field is a specification extension. */
export function isExtension(name: string): boolean {
  return name.startsWith('x-');
}

/** Warns about fields that the object should not have, and about reserved extensions. */
export function reportStrayFields(
  object: ObjectReader,
  names: readonly string[],
  fields: FieldNames,
): void {
  for (const name of names) {
    if (!isExtension(name)) reportUnknown(object, name, fields);
    else if (
      name !== ownExtension &&
      reservedPrefixes.some((prefix) => name.startsWith(prefix))
    ) {
      reportReserved(object, name);
    }
  }
}

function reportUnknown(object: ObjectReader, name: string, fields: FieldNames): void {
  object.report({
    code: 'UNKNOWN_FIELD',
    severity: 'warning',
    message: `${object.title} has an unknown field ${JSON.stringify(name)}.`,
    field: name,
    target: 'key',
    hint: unknownHint(name, fields),
  });
}

function unknownHint(name: string, { known, later }: FieldNames): string {
  if (later.includes(name)) return laterHint;
  // The shortened ones are no misspellings: `step`, `operation`.
  const meant = nearestName(name, known) ?? known.find((field) => field === `${name}Id`);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  return 'Remove it, or begin its name with "x-".';
}

function reportReserved(object: ObjectReader, name: string): void {
  object.report({
    code: 'RESERVED_EXTENSION',
    severity: 'warning',
    message: `${object.title} has "${name}", whose prefix the OpenAPI Initiative keeps for itself.`,
    field: name,
    target: 'key',
    hint: 'Choose another prefix.',
  });
}
