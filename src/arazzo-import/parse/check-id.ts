import type { ObjectReader } from './object-reader.ts';

/** Warns about an id with characters that the specification advises against. */
export function checkId(object: ObjectReader, field: string): void {
  const id = object.raw(field);
  if (typeof id !== 'string' || /^[\w-]+$/.test(id)) return;
  object.report({
    code: 'INVALID_NAME',
    severity: 'warning',
    message: `${object.title} has characters in its "${field}" that expressions may misread.`,
    field,
    hint: 'Use only letters, digits, "_" and "-".',
  });
}
