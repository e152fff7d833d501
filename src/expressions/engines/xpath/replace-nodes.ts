import { Element, serializeToWellFormedString } from 'slimdom';
import type { Document, Node } from 'slimdom';

/** What becomes of every selected node. */
interface Replacement {
  readonly nodes: readonly Node[];
  readonly text: string;
}

/** What the serializer leaves out: the XML declaration and what surrounds it. */
const prolog = /^\ufeff?(?:<\?xml\s[^>]*\?>\s*)?/;

/** Sets the text of elements and attributes; the document itself is replaced as a whole. */
export function replaceNodes(
  source: string,
  document: Document,
  { nodes, text }: Replacement,
): { readonly xml: string; readonly count: number } {
  const count = nodes.length;
  if (count === 0) return { xml: source, count };
  if (nodes.some((node) => node.nodeType === document.nodeType))
    return { xml: text, count };
  for (const node of nodes) setText(node, text);
  const [before = ''] = prolog.exec(source) ?? [];
  return { xml: `${before}${serializeToWellFormedString(document)}`, count };
}

function setText(node: Node, text: string): void {
  if (node instanceof Element) node.textContent = text;
  else node.nodeValue = text;
}
