import type { Element } from 'slimdom';
import { deadEnd } from '../explore.ts';
import { textsFor } from '../texts-for.ts';
import { constantOf, textsNear } from './constant.ts';
import { demand } from './demand.ts';
import type { Focus, Solver } from './solver.ts';
import type { Demand } from './text-slot.ts';
import { argumentsOf, functionOf } from './xpath-tree.ts';

type TextTest = (text: string, argument: string) => boolean;

const tests: ReadonlyMap<string, TextTest> = new Map<string, TextTest>([
  ['contains', (text, part) => text.includes(part)],
  ['starts-with', (text, part) => text.startsWith(part)],
  ['ends-with', (text, part) => text.endsWith(part)],
]);

/** Makes `contains` and its like true or false; tells whether the expression is one of them. */
export function holdTextTest(
  call: Element,
  focus: Focus,
  wanted: boolean,
  solver: Solver,
): boolean {
  const name = functionOf(call) ?? '';
  const test = tests.get(name);
  if (test === undefined && name !== 'matches') return false;
  const [subject = deadEnd(), argument = deadEnd(), flags] = argumentsOf(call);
  // What is not there is the empty text.
  if (!wanted && solver.choose(2) === 1) return true;
  const given = constantOf(argument);
  if (typeof given === 'string') {
    const wish =
      test === undefined
        ? demandForMatch(given, String(constantOf(flags) ?? ''), wanted)
        : demandForTest(given, (text) => test(text, given), wanted);
    demand(subject, focus, wish, solver);
  } else if (test === undefined) deadEnd();
  else demandOfArgument([subject, argument], test, { focus, wanted, solver });
  return true;
}

function demandForTest(
  near: string,
  test: (text: string) => boolean,
  wanted: boolean,
): Demand {
  const check = (text: string): boolean => test(text) === wanted;
  return { candidates: textsNear(near).filter(check), check };
}

/** Nothing is matched here: the engine has the last word. */
function demandForMatch(pattern: string, flags: string, wanted: boolean): Demand {
  if (flags.includes('q'))
    return demandForTest(pattern, (text) => text.includes(pattern), wanted);
  return { candidates: textsFor(pattern, flags, wanted), check: () => true };
}

interface Situation {
  readonly focus: Focus;
  readonly wanted: boolean;
  readonly solver: Solver;
}

/** `contains('OPEN CLOSED', status)`; two texts of the document are made the same, or different. */
function demandOfArgument(
  [subject, argument]: readonly [Element, Element],
  test: TextTest,
  { focus, wanted, solver }: Situation,
): void {
  const given = constantOf(subject) ?? 'text';
  const whole = String(given);
  demand(
    subject,
    focus,
    { candidates: [whole], check: (text) => text === whole },
    solver,
  );
  const wish = demandForTest(whole, (text) => test(whole, text), wanted);
  demand(argument, focus, wish, solver);
}
