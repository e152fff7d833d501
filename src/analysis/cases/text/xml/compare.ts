import type { Element } from 'slimdom';
import { deadEnd } from '../explore.ts';
import { constantsOf, textsNear } from './constant.ts';
import type { Constant } from './constant.ts';
import { demand } from './demand.ts';
import type { Focus, Solver } from './solver.ts';
import type { Demand } from './text-slot.ts';
import { operandsOf } from './xpath-tree.ts';

type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

const operators = new Map<string, Operator>([
  ['equalOp', '='],
  ['eqOp', '='],
  ['notEqualOp', '!='],
  ['neOp', '!='],
  ['lessThanOp', '<'],
  ['ltOp', '<'],
  ['lessThanOrEqualOp', '<='],
  ['leOp', '<='],
  ['greaterThanOp', '>'],
  ['gtOp', '>'],
  ['greaterThanOrEqualOp', '>='],
  ['geOp', '>='],
]);

/** The operator of a comparison; `undefined` for anything else. */
export function operatorOf({ localName }: Element): Operator | undefined {
  return operators.get(localName);
}

/** Makes a comparison true or false. */
export function compare(
  comparison: Element,
  focus: Focus,
  wanted: boolean,
  solver: Solver,
): void {
  const operator = operatorOf(comparison) ?? deadEnd();
  const [left, right] = operandsOf(comparison) ?? deadEnd();
  // What is not there is not equal, not less and not greater.
  if (!wanted && solver.choose(2) === 1) return;
  const [onLeft, onRight] = [constantsOf(left), constantsOf(right)];
  if (onRight !== undefined)
    demand(left, focus, demandFor(operator, onRight, wanted), solver);
  else if (onLeft !== undefined)
    demand(right, focus, demandFor(turned[operator], onLeft, wanted), solver);
  else demandBoth([left, right], focus, pairFor(operator, wanted, solver), solver);
}

const turned: Readonly<Record<Operator, Operator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** What has to be so for a text that is compared with some values, of which one is enough. */
function demandFor(
  operator: Operator,
  constants: readonly Constant[],
  wanted: boolean,
): Demand {
  const check = (text: string): boolean =>
    constants.some((constant) => holds(text, operator, constant)) === wanted;
  return { candidates: constants.flatMap(textsNear).filter(check), check };
}

function holds(text: string, operator: Operator, constant: Constant): boolean {
  if (typeof constant === 'number') return order(Number(text), operator, constant);
  // Text that is no boolean is an error.
  if (typeof constant === 'boolean')
    return /^(?:true|false)$/.test(text) && order(text, operator, String(constant));
  return order(text, operator, constant);
}

function order<T extends string | number>(
  left: T,
  operator: Operator,
  right: T,
): boolean {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

function pairFor(
  operator: Operator,
  wanted: boolean,
  { choose }: Solver,
): readonly [number, number] {
  const pairs: readonly (readonly [number, number])[] = [
    [1, 1],
    [1, 2],
    [2, 1],
  ];
  const good = pairs.filter(([left, right]) => order(left, operator, right) === wanted);
  return good[choose(good.length)] ?? deadEnd();
}

function demandBoth(
  sides: readonly [Element, Element],
  focus: Focus,
  values: readonly [number, number],
  solver: Solver,
): void {
  for (const [index, side] of sides.entries()) {
    const value = String(values[index]);
    const wish = { candidates: [value], check: (text: string) => text === value };
    demand(side, focus, wish, solver);
  }
}
