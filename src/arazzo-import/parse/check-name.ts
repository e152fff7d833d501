import type { Severity } from '../../diagnostics/index.ts';
import type { ObjectReader } from './object-reader.ts';

/** Warns about an id with characters that the specification advises against. */
export function checkId(object: ObjectReader, field: string): void {
  const id = object.raw(field);
  if (typeof id !== 'string' || /^[\w-]+$/.test(id)) return;
  object.report({
    code: 'INVALID_NAME',
    severity: 'warning',
    message: `${object.title} has characters in its "${field}" that expressions cannot tell apart.`,
    field,
    hint: 'Use only letters, digits, "_" and "-".',
  });
}

/** Reports keys of a map that references could not name. */
export function checkKeys(
  object: ObjectReader,
  field: string,
  severity: Severity = 'error',
): void {
  for (const name of Object.keys(object.raw(field) ?? {})) {
    if (/^[\w.-]+$/.test(name)) continue;
    object.report({
      code: 'INVALID_NAME',
      severity,
      message: `${object.title} has the name ${JSON.stringify(name)} in "${field}".`,
      field: [field, name],
      target: 'key',
      hint: 'Use only letters, digits, ".", "_" and "-".',
    });
  }
}
