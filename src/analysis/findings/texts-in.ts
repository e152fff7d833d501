import type { Json } from '../../arazzo-import/document.ts';
import { isObject } from '../../arazzo-import/is-object.ts';

/** Every text in a value, without the keys; in no particular order. */
export function textsIn(value: Json): readonly string[] {
  const found: string[] = [];
  const pending: Json[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') found.push(next);
    else if (Array.isArray(next)) pending.push(...(next as readonly Json[]));
    else if (isObject(next))
      pending.push(...Object.values(next).filter((each) => each !== undefined));
  }
  return found;
}
