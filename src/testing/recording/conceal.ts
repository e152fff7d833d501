import type { Json } from '../../arazzo-import/document.ts';
import { isSecretName } from '../../diagnostics/is-secret-name.ts';

/**
 * A copy of a JSON value, its members in order, in which members with the names of secrets hold only
 * what tells two of them apart: a recording is kept with the document and read by many.
 *
 * @param name - of the member that holds the value
 */
export function conceal(value: Json, name = ''): Json {
  if (value === null) return value;
  if (typeof value !== 'object')
    return isSecretName(name) ? `[concealed ${digest(String(value))}]` : value;
  if (isList(value)) return value.map((item) => conceal(item, name));
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => [key, conceal(member, key)]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** FNV-1a with 32 bits: enough to see a change, too little to find the text. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
