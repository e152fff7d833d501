import type { ObjectReader } from './object-reader.ts';

/** Reports an array field that is there but has no items. */
export function checkNonEmpty(
  object: ObjectReader,
  field: string,
  hint = 'Add at least one.',
): void {
  const items = object.raw(field);
  if (!Array.isArray(items) || items.length > 0) return;
  object.report({
    code: 'INVALID_VALUE',
    message: `${object.title} has no items in "${field}".`,
    field,
    hint,
  });
}
