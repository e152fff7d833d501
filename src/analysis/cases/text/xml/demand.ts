import type { Element } from 'slimdom';
import { deadEnd } from '../explore.ts';
import { constantOf } from './constant.ts';
import type { Call } from './demand-name.ts';
import { demandName, demandNamespace } from './demand-name.ts';
import { locate, walk } from './locate.ts';
import { placeAmong, placeAt } from './place.ts';
import type { Focus, Solver } from './solver.ts';
import type { Demand, TextSlot } from './text-slot.ts';
import { castOf, transforms } from './transforms.ts';
import { ensureRoot } from './xml-tree.ts';
import type { XmlNode } from './xml-tree.ts';
import { argumentsOf, childOf, functionOf, stepsOf } from './xpath-tree.ts';

/** How many nodes are counted, and how long a text is made, at most. */
const maxCount = 20;
const maxLength = 500;

/** Asks something of the value of an expression. */
export function demand(
  expression: Element,
  focus: Focus,
  wish: Demand,
  solver: Solver,
): void {
  const constant = constantOf(expression);
  if (constant !== undefined) {
    if (!wish.check(String(constant))) deadEnd();
    return;
  }
  const inner = withinStep(expression, focus, solver);
  if (inner !== undefined) demand(inner.expression, inner.focus, wish, solver);
  else if (expression.localName === 'castExpr')
    demand(childOf(expression, 'argExpr')?.children[0] ?? deadEnd(), focus, wish, solver);
  else if (expression.localName === 'functionCallExpr')
    demandOfCall({ call: expression, focus, wish, solver });
  else slotOf(locate(expression, focus, solver)).demands.push(wish);
}

/** `a/string(b)`: the last step is a value of the node before. */
export function withinStep(
  path: Element,
  focus: Focus,
  solver: Solver,
): { readonly expression: Element; readonly focus: Focus } | undefined {
  if (path.localName !== 'pathExpr') return undefined;
  const steps = stepsOf(path);
  const expression = childOf(steps.at(-1), 'filterExpr')?.children[0];
  if (expression?.localName !== 'functionCallExpr') return undefined;
  const node = walk(steps.slice(0, -1), focus, solver);
  return { expression, focus: { ...focus, node } };
}

/** Where the text of a node goes; that of a document is that of its root. */
function slotOf(node: XmlNode): TextSlot {
  return node.kind === 'document' ? ensureRoot(node).text : node.text;
}

function demandOfCall(asked: Call): void {
  const name = functionOf(asked.call) ?? castOf(asked.call);
  const special = specials.get(name);
  if (special !== undefined) return special(asked);
  const { wish } = asked;
  const transform = transforms.get(name) ?? deadEnd();
  const check = (text: string): boolean => wish.check(transform(text));
  demandOfArgument(asked, { candidates: wish.candidates, check });
}

/** Without an argument a function is about the node that it is called at. */
function demandOfArgument({ call, focus, solver }: Call, wish: Demand): void {
  const [argument] = argumentsOf(call);
  if (argument !== undefined) demand(argument, focus, wish, solver);
  else slotOf(focus.node).demands.push(wish);
}

const specials = new Map<string, (asked: Call) => void>([
  ['string-length', demandLength],
  ['count', demandCount],
  ['position', (asked) => placeAt(pickNumber(asked), asked.focus, asked.solver)],
  ['last', (asked) => placeAmong(pickNumber(asked), asked.focus, asked.solver)],
  ['local-name', demandName],
  ['name', demandName],
  ['namespace-uri', demandNamespace],
]);

function demandLength(asked: Call): void {
  const { wish } = asked;
  const lengths = wish.candidates.map(Number).filter((length) => length <= maxLength);
  const candidates = lengths
    .filter((length) => length >= 0)
    .map((length) => 'x'.repeat(length));
  const check = (text: string): boolean => wish.check(String(Array.from(text).length));
  demandOfArgument(asked, { candidates, check });
}

function demandCount(asked: Call): void {
  const { call, focus, solver } = asked;
  const argument = argumentsOf(call)[0] ?? deadEnd();
  const count = pickNumber(asked);
  for (let index = 0; index < count; index++) locate(argument, focus, solver, index > 0);
}

/** A whole number that is wished for. */
function pickNumber({ wish, solver }: Call): number {
  const numbers = new Set([...wish.candidates.map(Number), 1, 2, 3, 0]);
  const good = [...numbers].filter(
    (number) =>
      Number.isInteger(number) &&
      number >= 0 &&
      number <= maxCount &&
      wish.check(String(number)),
  );
  return good[solver.choose(good.length)] ?? deadEnd();
}
