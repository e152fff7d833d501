import type { Json } from '../../arazzo-import/document.ts';
import { isObject } from '../../arazzo-import/is-object.ts';

/** Every text in a value, without the keys; in no particular order. */
export function textsIn(value: Json): readonly string[] {
  const found: string[] = [];
  const pending: Json[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') found.push(next);
    // One by one: a list may have more items than a call may have arguments.
    else if (Array.isArray(next))
      for (const each of next as readonly Json[]) pending.push(each);
    else if (isObject(next))
      for (const each of Object.values(next)) if (each !== undefined) pending.push(each);
  }
  return found;
}
