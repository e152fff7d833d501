import type { Element } from 'slimdom';
import { holdPredicates, locate, walk } from './locate.ts';
import type { Focus, Solver } from './solver.ts';
import { takeAxis } from './take-axis.ts';
import type { XmlNode } from './xml-tree.ts';
import { childOf, predicatesOf, stepsOf } from './xpath-tree.ts';

/** Makes an expression select something, or nothing. */
export function holdExistence(
  expression: Element,
  focus: Focus,
  wanted: boolean,
  solver: Solver,
): void {
  if (wanted) fill(locate(expression, focus, solver), solver);
  else if (expression.localName === 'pathExpr')
    leaveOut(stepsOf(expression), focus, solver);
}

/** What is asked for has a text, unless that is wrong. */
function fill(node: XmlNode, { choose }: Solver): void {
  if (node.kind === 'document' || choose(2) === 1) return;
  node.text.isWanted ||= node.kind === 'element' ? 'alone' : true;
}

/** Something like it first, that is not quite it; then what it would be in; then nothing. */
function leaveOut(steps: readonly Element[], focus: Focus, solver: Solver): void {
  const last = steps.at(-1);
  if (last === undefined) return;
  const { length } = childOf(last, 'filterExpr') === undefined ? predicatesOf(last) : [];
  const picked = solver.choose(length + 2);
  if (picked < length) leaveOutPredicate(steps, picked, focus, solver);
  else if (picked === length) walk(withoutLast(steps), focus, solver);
}

function leaveOutPredicate(
  steps: readonly Element[],
  index: number,
  focus: Focus,
  solver: Solver,
): void {
  const [step] = steps.slice(-1);
  if (step === undefined) return;
  const node = takeAxis(step, walk(steps.slice(0, -1), focus, solver), solver, false);
  holdPredicates(predicatesOf(step), { ...focus, node, step }, solver, index);
}

/** The step of `//` is no place of its own. */
function withoutLast(steps: readonly Element[]): readonly Element[] {
  const rest = steps.slice(0, -1);
  const axis = childOf(rest.at(-1), 'xpathAxis')?.textContent;
  return axis === 'descendant-or-self' ? rest.slice(0, -1) : rest;
}
