import type { Node } from 'slimdom';

/** Tells whether something that was selected is a node. */
export function isNode(item: unknown): item is Node {
  return typeof item === 'object' && item !== null && 'nodeType' in item;
}

/** The text of a node; numbers, texts and booleans as they are; everything else as text. */
export function valueOfItem(item: unknown): unknown {
  if (isNode(item)) return textOf(item);
  if (item instanceof Date) return item.toISOString();
  return item;
}

/** A document has no text content of its own in the DOM. */
function textOf(node: Node): string {
  return node.textContent ?? node.childNodes.map(textOf).join('');
}
