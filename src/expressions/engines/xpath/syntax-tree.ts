import type { Element } from 'slimdom';

/** Every element within one, in document order. */
export function descendants(element: Element): readonly Element[] {
  return element.children.flatMap((child) => [child, ...descendants(child)]);
}
