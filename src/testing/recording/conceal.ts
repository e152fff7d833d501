import type { Json } from '../../arazzo-import/document.ts';
import { createReplacer } from '../../diagnostics/create-replacer.ts';
import { isSecretName } from '../../diagnostics/is-secret-name.ts';

/** Shorter secrets are found everywhere: one of them is concealed only where it is the whole text. */
const shortestPart = 4;

/** What makes a copy of a JSON value in which secrets are concealed. */
export type Conceal = (value: Json) => Json;

/**
 * Creates what makes copies of JSON values, their members in order, in which secrets are replaced by
 * what tells two of them apart: members with the names of secrets, and these values wherever they stand. A
 * recording is kept with the document and read by many.
 */
export function createConceal(secrets: readonly (string | number)[] = []): Conceal {
  const known = new Set(secrets.map(String));
  const parts = [...known].filter(({ length }) => length >= shortestPart);
  const concealParts = createReplacer(parts, mark);
  const concealLeaf = (value: string | number | boolean, name: string): Json => {
    const text = String(value);
    const isKnown = typeof value !== 'boolean' && known.has(text);
    if (isSecretName(name) || isKnown) return mark(text);
    return typeof value === 'string' ? concealParts(value) : value;
  };
  const conceal = (value: Json, name: string): Json => {
    if (value === null) return value;
    if (typeof value !== 'object') return concealLeaf(value, name);
    if (isList(value)) return value.map((item) => conceal(item, name));
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([key, member]) => [key, conceal(member, key)]),
    );
  };
  return (value) => conceal(value, '');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function mark(secret: string): string {
  return `[concealed ${digest(secret)}]`;
}

/** FNV-1a with 32 bits: enough to see a change, too little to find the text. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
