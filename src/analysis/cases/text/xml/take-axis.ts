import type { Element } from 'slimdom';
import { deadEnd } from '../explore.ts';
import { readNodeTest } from './node-test.ts';
import type { NodeTest } from './node-test.ts';
import type { Solver } from './solver.ts';
import { childOf } from './xpath-tree.ts';
import {
  addAttribute,
  addElement,
  canBe,
  childrenOf,
  descendantsOf,
  ensureRoot,
  settle,
} from './xml-tree.ts';
import type { XmlDocument, XmlElement, XmlNode } from './xml-tree.ts';

/** A way to a node: one that is there, or that is added when it is taken. */
type Way = () => XmlNode;

interface Axis {
  readonly node: XmlNode;
  readonly test: NodeTest;
  readonly solver: Solver;
  /** Only nodes that are not there yet. */
  readonly fresh: boolean;
}

/** A node that a step leads to, without what is in its brackets. */
export function takeAxis(
  step: Element,
  node: XmlNode,
  solver: Solver,
  fresh: boolean,
): XmlNode {
  solver.spend();
  const axis = axes.get(childOf(step, 'xpathAxis')?.textContent ?? '') ?? deadEnd;
  const ways = axis({ node, test: readNodeTest(step), solver, fresh });
  const way = ways[solver.choose(ways.length)] ?? deadEnd;
  return way();
}

const axes = new Map<string, (axis: Axis) => readonly Way[]>([
  ['child', toChild],
  ['attribute', toAttribute],
  ['self', ({ node, test }) => existing([node], test)],
  ['parent', ({ node, test }) => existing(ancestorsOf(node).slice(0, 1), test)],
  ['ancestor', ({ node, test }) => existing(ancestorsOf(node), test)],
  ['ancestor-or-self', ({ node, test }) => existing([node, ...ancestorsOf(node)], test)],
  ['descendant', toDescendant],
  ['descendant-or-self', toDescendantOrSelf],
  ['following-sibling', (axis) => toSibling(axis, 1)],
  ['preceding-sibling', (axis) => toSibling(axis, 0)],
]);

function toChild({ node, test, fresh }: Axis): readonly Way[] {
  if (!isParent(node)) return [];
  if (test.kind === 'text') return [() => textOf(node)];
  const children = fresh ? [] : existing(childrenOf(node), test);
  const hasRoot = node.kind === 'document' && node.root !== undefined;
  return hasRoot ? children : [...children, () => named(addElement(node), test)];
}

function toAttribute({ node, test }: Axis): readonly Way[] {
  if (node.kind !== 'element') return [];
  const found = existing(node.attributes, test);
  return found.length > 0 ? found : [() => named(addAttribute(node), test)];
}

function toDescendant(axis: Axis): readonly Way[] {
  const { node } = axis;
  if (!isParent(node)) return [];
  if (!axis.fresh && node.kind === 'document') ensureRoot(node);
  const parents = [...descendantsOf(node).slice(0, 1), node];
  const found = axis.fresh ? [] : existing(descendantsOf(node), axis.test);
  return [
    ...found,
    ...parents.flatMap((parent) => toChild({ ...axis, node: parent, fresh: true })),
  ];
}

/** Under the root of a document there is room for everything, and it is easier to read. */
function toDescendantOrSelf({ node, test }: Axis): readonly Way[] {
  if (!isParent(node)) return existing([node], test);
  const first = node.kind === 'document' ? ensureRoot(node) : node;
  const rest = [node, ...descendantsOf(node)].filter((each) => each !== first);
  const below = (): XmlNode => named(addElement(first), test);
  return [...existing([first, ...rest], test), below];
}

function toSibling({ node, test, fresh }: Axis, offset: 0 | 1): readonly Way[] {
  if (node.kind !== 'element' || node.parent.kind !== 'element') return [];
  const { parent } = node;
  const at = parent.children.indexOf(node);
  const siblings =
    offset === 1 ? parent.children.slice(at + 1) : parent.children.slice(0, at);
  const found = fresh ? [] : existing(siblings, test);
  return [...found, () => named(addElement(parent, at + offset), test)];
}

/** The nodes that are there and can be what is asked for. */
function existing(nodes: readonly XmlNode[], test: NodeTest): readonly Way[] {
  return nodes
    .filter((node) => fits(node, test))
    .map((node) => () => ('name' in node ? named(node, test) : node));
}

function fits(node: XmlNode, { kind, name }: NodeTest): boolean {
  if (kind !== 'node' && kind !== node.kind) return false;
  return 'name' in node ? canBe(node.name, name) : Object.keys(name).length === 0;
}

function named<Node extends Extract<XmlNode, { name: unknown }>>(
  node: Node,
  { name }: NodeTest,
): Node {
  settle(node.name, name);
  return node;
}

function isParent(node: XmlNode): node is XmlDocument | XmlElement {
  return node.kind === 'document' || node.kind === 'element';
}

function textOf(parent: XmlDocument | XmlElement): XmlNode {
  if (parent.kind === 'document') return deadEnd();
  return { kind: 'text', parent, text: parent.text };
}

function ancestorsOf(node: XmlNode): readonly XmlNode[] {
  return node.kind === 'document' ? [] : [node.parent, ...ancestorsOf(node.parent)];
}
