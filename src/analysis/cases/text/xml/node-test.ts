import type { Element } from 'slimdom';
import { deadEnd } from '../explore.ts';
import { childOf } from './xpath-tree.ts';
import type { XmlName } from './xml-tree.ts';

/** Which nodes of its axis a step selects. */
export interface NodeTest {
  readonly kind: 'node' | 'element' | 'attribute' | 'text' | 'document';
  readonly name: XmlName;
}

/** The test of a step. */
export function readNodeTest(step: Element): NodeTest {
  for (const test of step.children) {
    const read = readers.get(test.localName);
    if (read !== undefined) return read(test);
  }
  return deadEnd();
}

const readers = new Map<string, (test: Element) => NodeTest>([
  ['nameTest', (test) => ({ kind: 'node', name: readName(test) })],
  ['Wildcard', (test) => ({ kind: 'node', name: readWildcard(test) })],
  ['anyKindTest', () => ({ kind: 'node', name: {} })],
  ['textTest', () => ({ kind: 'text', name: {} })],
  ['documentTest', () => ({ kind: 'document', name: {} })],
  ['elementTest', (test) => readKindTest(test, 'element')],
  ['attributeTest', (test) => readKindTest(test, 'attribute')],
]);

/** `element(name)`, `attribute(name)`. */
function readKindTest(test: Element, kind: 'element' | 'attribute'): NodeTest {
  const name = childOf(childOf(test, `${kind}Name`), 'QName');
  return { kind, name: name === undefined ? {} : readName(name) };
}

/** A name without prefix is in no namespace. */
function readName(name: Element): XmlName {
  const local = name.textContent ?? '';
  const prefix = name.getAttribute('xqx:prefix') ?? '';
  const uri = name.getAttribute('xqx:URI') ?? '';
  return { local, namespace: prefix === '' ? { uri } : { prefix } };
}

/** `*`, `*:name`, `prefix:*`, `Q{uri}*`. */
function readWildcard(wildcard: Element): XmlName {
  const [first, second] = wildcard.children;
  if (first === undefined) return {};
  const text = first.textContent ?? '';
  if (first.localName === 'star') return { local: second?.textContent ?? '' };
  return { namespace: first.localName === 'uri' ? { uri: text } : { prefix: text } };
}
