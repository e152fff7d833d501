import { appendToken } from '../../arazzo-import/json-pointer.ts';
import type { Range } from '../../diagnostics/index.ts';
import type { TextWithValue } from './parsed-texts.ts';

/**
 * Where values have a secret in them that is written in another way, with escapes or over several
 * lines, so that nobody finds it in the text.
 *
 * @param has - whether there is a secret in a text
 */
export function otherSpellings(
  { text, value, rangeAt }: TextWithValue,
  has: (text: string) => boolean,
): readonly Range[] {
  return pathsOfTexts(value, has)
    .map((path) => rangeAt(path))
    .filter(({ start, end }) => !has(text.slice(start, end)));
}

function pathsOfTexts(root: unknown, has: (text: string) => boolean): readonly string[] {
  const paths: string[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string' && has(value)) paths.push(path);
    // What aliases share is looked at once.
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, member] of Object.entries(value))
      visit(member, appendToken(path, key));
  };
  visit(root, '');
  return paths;
}
