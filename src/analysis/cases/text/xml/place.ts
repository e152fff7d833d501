import { deadEnd } from '../explore.ts';
import { readNodeTest } from './node-test.ts';
import type { Focus, Solver } from './solver.ts';
import { addElement, canBe } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** Brothers and sisters at most. */
const maxPlace = 20;

/** Makes a node the nth of those that its step selects, with others before it. */
export function placeAt(position: number, focus: Focus, solver: Solver): void {
  const { siblings, node } = lookAround(focus);
  const missing = position - 1 - siblings.indexOf(node);
  if (missing < 0 || position > maxPlace) deadEnd();
  for (let count = 0; count < missing; count++) addBeside(node, 0, focus, solver);
}

/** Makes a node one of so many that its step selects, with others after it. */
export function placeAmong(total: number, focus: Focus, solver: Solver): void {
  const { siblings, node } = lookAround(focus);
  const missing = total - siblings.length;
  if (missing < 0 || total > maxPlace) deadEnd();
  for (let count = 0; count < missing; count++) addBeside(node, 1, focus, solver);
}

/** A dead end when a node is not the last of those that its step selects. */
export function placeLast(focus: Focus): void {
  const { siblings, node } = lookAround(focus);
  if (siblings.at(-1) !== node) deadEnd();
}

interface Surroundings {
  readonly siblings: readonly XmlElement[];
  readonly node: XmlElement;
}

function lookAround({ node, step }: Focus): Surroundings {
  if (node.kind !== 'element' || step === undefined) return deadEnd();
  if (node.parent.kind === 'document') return { siblings: [node], node };
  const { name } = readNodeTest(step);
  return {
    siblings: node.parent.children.filter((child) => canBe(child.name, name)),
    node,
  };
}

/** Another like a node, for which the brackets that come before are true as well. */
function addBeside(node: XmlElement, offset: 0 | 1, focus: Focus, solver: Solver): void {
  const { parent, name } = node;
  if (parent.kind === 'document') return deadEnd();
  solver.spend();
  const added = addElement(parent, parent.children.indexOf(node) + offset);
  Object.assign(added.name, name);
  for (const predicate of focus.earlier ?? [])
    solver.hold(predicate, { ...focus, node: added, earlier: [] }, true, solver);
}
