import type { Element } from 'slimdom';
import { deadEnd } from '../explore.ts';
import { placeAt, placeLast } from './place.ts';
import type { Focus, Solver } from './solver.ts';
import { takeAxis } from './take-axis.ts';
import type { XmlNode } from './xml-tree.ts';
import { childOf, functionOf, operandsOf, predicatesOf, stepsOf } from './xpath-tree.ts';

/** A node that an expression selects; what is missing is added. */
export function locate(
  expression: Element,
  focus: Focus,
  solver: Solver,
  fresh = false,
): XmlNode {
  solver.spend();
  switch (expression.localName) {
    case 'contextItemExpr':
      return focus.node;
    case 'varRef':
      return focus.variables?.get(expression.textContent ?? '') ?? deadEnd();
    case 'pathExpr':
      return walk(stepsOf(expression), focus, solver, fresh);
    case 'sequenceExpr':
      return locate(oneOf(expression.children, solver), focus, solver, fresh);
    case 'unionOp':
      return locate(oneOf(operandsOf(expression) ?? [], solver), focus, solver, fresh);
    default:
      return deadEnd();
  }
}

/** The node that steps lead to, one after the other. */
export function walk(
  steps: readonly Element[],
  focus: Focus,
  solver: Solver,
  fresh = false,
): XmlNode {
  const adding = fresh ? steps.findLastIndex(addsElements) : -1;
  return steps.reduce<XmlNode>(
    (node, step, index) => take(step, { ...focus, node }, solver, index === adding),
    focus.node,
  );
}

/** Makes what is in the brackets of a step true, or the one with an index false. */
export function holdPredicates(
  predicates: readonly Element[],
  focus: Focus,
  solver: Solver,
  except = -1,
): void {
  for (const [index, predicate] of predicates.entries()) {
    const within = { ...focus, earlier: predicates.slice(0, index) };
    if (index === except) solver.hold(predicate, within, false, solver);
    else holdPredicate(predicate, within, solver);
  }
}

function take(step: Element, focus: Focus, solver: Solver, fresh: boolean): XmlNode {
  if (step.localName === 'rootExpr') return solver.document;
  if (step.localName !== 'stepExpr') return deadEnd();
  const inner = childOf(step, 'filterExpr')?.children[0];
  const predicates = predicatesOf(step);
  const node =
    inner === undefined
      ? takeAxis(step, focus.node, solver, fresh)
      : takeInner(inner, predicates, focus, solver);
  const rest =
    inner !== undefined && isNumber(predicates[0]) ? predicates.slice(1) : predicates;
  holdPredicates(rest, { ...focus, node, step }, solver);
  return node;
}

/** `(//a)[3]` is the third of them all. */
function takeInner(
  inner: Element,
  [first]: readonly Element[],
  focus: Focus,
  solver: Solver,
): XmlNode {
  const position = isNumber(first) ? Number(first?.textContent) : 1;
  if (!(position >= 1 && position <= 20)) return deadEnd();
  let node = locate(inner, focus, solver);
  for (let count = 1; count < position; count++)
    node = locate(inner, focus, solver, true);
  return node;
}

function holdPredicate(predicate: Element, focus: Focus, solver: Solver): void {
  if (isNumber(predicate)) placeAt(Number(predicate.textContent), focus, solver);
  else if (functionOf(predicate) === 'last') placeLast(focus);
  else solver.hold(predicate, focus, true, solver);
}

function isNumber(expression: Element | undefined): boolean {
  return /^(?:integer|decimal|double)ConstantExpr$/.test(expression?.localName ?? '');
}

function addsElements(step: Element): boolean {
  const axis = childOf(step, 'xpathAxis')?.textContent ?? '';
  return (
    /^(?:child|descendant|.*-sibling)$/.test(axis) &&
    childOf(step, 'textTest') === undefined
  );
}

function oneOf(expressions: readonly Element[], solver: Solver): Element {
  return expressions[solver.choose(expressions.length)] ?? deadEnd();
}
