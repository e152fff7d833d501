import { appendToken, pointerTokens } from '../json-pointer.ts';
import type { ObjectReader } from './object-reader.ts';

/** What must be unique in a list. */
export interface Identity<T> {
  /** What an item is, for messages. */
  readonly noun: string;
  /** The field that holds it. */
  readonly field: string;
  /** `undefined` for items that are not compared. */
  readonly idOf: (item: T) => string | undefined;
}

/** Reports every item of a list whose id an earlier item has. */
export function reportDuplicates<T extends { readonly path: string }>(
  items: readonly T[],
  { noun, field, idOf }: Identity<T>,
  owner: ObjectReader,
): void {
  if (items.length < 2) return;
  const seen = new Map<string, string>();
  for (const item of items) {
    const id = idOf(item);
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, item.path);
    else {
      owner.context.report({
        code: 'DUPLICATE_NAME',
        message: `${owner.title} has the ${noun} ${JSON.stringify(id)} more than once${places(first, item.path)}.`,
        path: appendToken(item.path, field),
        hint: 'Give each a name of its own.',
      });
    }
  }
}

/** `: items 1 and 3`. */
function places(...paths: readonly string[]): string {
  const numbers = paths.map((path) => Number(pointerTokens(path).at(-1)) + 1);
  return numbers.every(Number.isInteger) ? `: items ${numbers.join(' and ')}` : '';
}
