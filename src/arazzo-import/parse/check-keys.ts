import type { ObjectReader } from './object-reader.ts';

/** Reports keys of a map that references could not name. */
export function checkKeys(object: ObjectReader, field: string): void {
  for (const name of Object.keys(object.raw(field) ?? {})) {
    if (/^[\w.-]+$/.test(name)) continue;
    object.report({
      code: 'INVALID_NAME',
      message: `${object.title} has the name ${JSON.stringify(name)} in "${field}".`,
      field: [field, name],
      target: 'key',
      hint: 'Use only letters, digits, ".", "_" and "-".',
    });
  }
}
