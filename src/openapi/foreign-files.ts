import { isObject } from './json.ts';
import type { Json } from './json.ts';
import { referenceOf, splitReference } from './references.ts';

/**
 * Tells whether the text of a description may refer to other files. Few do, and to look through all
 * of its values takes much longer.
 */
export function mayReferToFiles(text: string): boolean {
  // Behind a `#` without quotation marks stands a comment; an escape may be a part of the keyword.
  return /\$ref(?!["']?\s*:\s*["']#)|\\[ux]/iu.test(text);
}

/**
 * The URLs of other files that a description refers to, so that they can be read before it is used.
 * Files that those refer to are not among them.
 */
export function foreignFiles(value: Json, url: string): readonly string[] {
  const urls = new Set<string>();
  const seen = new Set<Json>();
  const pending: Json[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    const reference = isObject(next) ? referenceOf(next) : undefined;
    if (reference !== undefined) {
      const file = splitReference(reference, url).url;
      if (file !== '' && file !== url) urls.add(file);
    }
    for (const member of Object.values(next) as Json[]) pending.push(member);
  }
  return [...urls];
}
