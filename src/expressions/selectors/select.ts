import { resolvePointer } from '../json-pointer.ts';
import { isStructured } from '../json.ts';
import type { Selector } from './compile-selector.ts';

/**
 * What a selector selects: the value of the only node, an array when there are several, and
 * `undefined` when there is none or the context is nothing that has parts. Never throws.
 */
export function select(selector: Selector, context: unknown): unknown {
  if (selector.type === 'jsonpointer') {
    return isStructured(context) ? resolvePointer(context, selector.pointer) : undefined;
  }
  try {
    const found = valuesOf(selector, context);
    return found.length > 1 ? found : found[0];
  } catch {
    return undefined;
  }
}

function valuesOf(
  selector: Exclude<Selector, { readonly type: 'jsonpointer' }>,
  context: unknown,
): readonly unknown[] {
  if (selector.type === 'xpath') {
    return typeof context === 'string' ? selector.xpath.select(context) : [];
  }
  if (!isStructured(context)) return [];
  return selector.query.all(context).map(({ value }) => value);
}
