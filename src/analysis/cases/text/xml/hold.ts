import type { Element } from 'slimdom';
import { deadEnd } from '../explore.ts';
import { compare, operatorOf } from './compare.ts';
import { constantOf } from './constant.ts';
import { demand, withinStep } from './demand.ts';
import { holdExistence } from './existence.ts';
import { locate } from './locate.ts';
import type { Focus, Solver } from './solver.ts';
import { holdTextTest } from './text-tests.ts';
import { argumentsOf, childOf, functionOf, operandsOf } from './xpath-tree.ts';

/** Makes the effective boolean value of an expression true or false. */
export function hold(
  expression: Element,
  focus: Focus,
  wanted: boolean,
  solver: Solver,
): void {
  solver.spend();
  const inner = withinStep(expression, focus, solver);
  if (inner !== undefined) hold(inner.expression, inner.focus, wanted, solver);
  else if (/^(?:and|or)Op$/.test(expression.localName))
    holdCombination(expression, focus, wanted, solver);
  else if (operatorOf(expression) !== undefined)
    compare(expression, focus, wanted, solver);
  else if (expression.localName === 'quantifiedExpr')
    holdQuantified(expression, focus, wanted, solver);
  else holdValue(expression, focus, wanted, solver);
}

/** Either both sides have to be so, or one is enough. */
function holdCombination(
  combination: Element,
  focus: Focus,
  wanted: boolean,
  solver: Solver,
): void {
  const sides = operandsOf(combination) ?? deadEnd();
  const needsBoth = (combination.localName === 'andOp') === wanted;
  const picked = needsBoth ? sides : [sides[solver.choose(2)] ?? deadEnd()];
  for (const side of picked) hold(side, focus, wanted, solver);
}

/** `some $x in //a satisfies …` is true when it is for one; `every` is false when it is not for one. */
function holdQuantified(
  expression: Element,
  focus: Focus,
  wanted: boolean,
  solver: Solver,
): void {
  const isSome = childOf(expression, 'quantifier')?.textContent === 'some';
  const clauses = expression.children.filter(
    ({ localName }) => localName === 'quantifiedExprInClause',
  );
  const [clause, other] = clauses;
  const source = childOf(clause, 'sourceExpr')?.children[0];
  const predicate = childOf(expression, 'predicateExpr')?.children[0];
  if (source === undefined || predicate === undefined || other !== undefined) deadEnd();
  // Over nothing, `some` is false and `every` is true.
  if (isSome !== wanted && solver.choose(2) === 1) return;
  const name = childOf(clause, 'typedVariableBinding')?.textContent ?? '';
  const variables = new Map(focus.variables).set(name, locate(source, focus, solver));
  hold(predicate, { ...focus, variables }, wanted, solver);
}

function holdValue(
  expression: Element,
  focus: Focus,
  wanted: boolean,
  solver: Solver,
): void {
  const constant = constantOf(expression);
  if (constant !== undefined) {
    if (Boolean(constant) !== wanted) deadEnd();
    return;
  }
  const name = functionOf(expression);
  const [argument] = argumentsOf(expression);
  if (argument !== undefined && name !== undefined && flips.has(name))
    hold(argument, focus, wanted === flips.get(name), solver);
  else if (expression.localName !== 'functionCallExpr')
    holdExistence(expression, focus, wanted, solver);
  else if (!holdTextTest(expression, focus, wanted, solver))
    demand(expression, focus, demandFor(expression, wanted), solver);
}

/** Functions that are true when their argument is, or when it is not. */
const flips = new Map([
  ['boolean', true],
  ['exists', true],
  ['not', false],
  ['empty', false],
]);

/** A number is true when it is not zero, a text when it is not empty. */
function demandFor(
  call: Element,
  wanted: boolean,
): { readonly candidates: readonly string[]; readonly check: (text: string) => boolean } {
  const isNumber = /^xs:(?:integer|decimal|double|numeric)/.test(
    call.getAttribute('xqx:type') ?? '',
  );
  const candidates = wanted ? ['1', 'text'] : ['0', ''];
  const check = (text: string): boolean =>
    (isNumber ? Boolean(Number(text)) : text !== '') === wanted;
  return { candidates, check };
}
