import type { Json } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';

/**
 * JSON values in whose text a pattern matches that was written for a part of it: `"status":"done"`
 * as an object with that member, beside the members that are there.
 */
export function fragmentsOf(
  texts: readonly string[],
  current: Json | undefined,
): readonly Json[] {
  const members = isObject(current) ? current : {};
  return texts.flatMap((text) => {
    const found = parse(text) ?? parse(`{${text}}`);
    return isObject(found) ? [{ ...members, ...found }, found] : [];
  });
}

function parse(text: string): Json | undefined {
  if (!/["[{]/u.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
