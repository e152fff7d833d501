import { rootNode } from '../../arazzo-import/check/schema/schema-node.ts';
import type { Json } from '../../arazzo-import/document.ts';
import { isObject } from '../../arazzo-import/is-object.ts';
import { referencesOf } from '../../expressions/index.ts';
import type { Expression } from '../../expressions/index.ts';
import type { JsonRecord } from '../../machines/types.ts';
import { earlierGoals, meetsGoal } from '../cases/earlier-goals.ts';
import type { EarlierGoal } from '../cases/earlier-goals.ts';
import { fits } from '../cases/sample/fits.ts';
import type { Exploration } from './exploration.ts';
import { isWhole } from './watched-tests.ts';

/** So many inputs that fit no transition are looked at for one. */
const maxTries = 1000;

/**
 * Values of inputs, for each transition to which none of these starts leads because it asks for several
 * inputs to be as it wants them at once, or for one to be as no transition before it wants it.
 */
export function jointInputs(
  { environment: { definition }, tests }: Exploration,
  starts: readonly JsonRecord[],
): readonly JsonRecord[] {
  const { inputs: schema } = definition.config.meta;
  const [all = {}] = starts;
  const known = [...starts];
  return earlierGoals(definition, isInput).flatMap((goal) => {
    const meets = (inputs: JsonRecord): boolean => meetsGoal(goal, { inputs, steps: {} });
    if (known.some(meets)) return [];
    const names = namesIn(goal);
    const choices = names.map((name) =>
      choicesOf(all[name], memberOf(schema, name), valuesOf(tests, name)),
    );
    for (const values of combinations(choices, maxTries)) {
      const change = Object.fromEntries(
        names.map((name, index) => [name, values[index]]),
      );
      const inputs = { ...all, ...change } as JsonRecord;
      if (!meets(inputs) || !fitsSchema(inputs, schema)) continue;
      known.push(inputs);
      return [onlyChanged(change as JsonRecord, all)];
    }
    return [];
  });
}

function isInput(expression: Expression): boolean {
  return expression.kind === 'inputs' && isWhole(expression);
}

function namesIn({ wanted, avoided }: EarlierGoal): readonly string[] {
  const references = [...wanted, ...avoided.flat()].flatMap((each) => referencesOf(each));
  const names = references.flatMap((each) => (each.kind === 'inputs' ? [each.name] : []));
  return [...new Set(names)];
}

function valuesOf(tests: Exploration['tests'], name: string): readonly Json[] {
  return tests.flatMap(({ subject, values }) =>
    subject?.kind === 'input' && subject.name === name ? values : [],
  );
}

function memberOf(schema: unknown, name: string): unknown {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  return isObject(properties) && Object.hasOwn(properties, name)
    ? properties[name]
    : undefined;
}

/** The value that an input has, those that criteria ask for, and some that none asks for. */
function choicesOf(
  usual: Json | undefined,
  schema: unknown,
  asked: readonly Json[],
): readonly (Json | undefined)[] {
  const allowed = isObject(schema) && Array.isArray(schema['enum']) ? schema['enum'] : [];
  return [
    ...new Set([usual, ...asked, ...(allowed as readonly Json[]), ...others(usual)]),
  ];
}

function others(value: Json | undefined): readonly Json[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value - 1];
  return typeof value === 'string' ? [`other ${value}`] : [];
}

/** @yields one of each of the lists, the first ones first, as often as is allowed */
function* combinations<T>(
  lists: readonly (readonly T[])[],
  most: number,
): Generator<readonly T[]> {
  const count = lists.reduce((product, { length }) => product * length, 1);
  for (let number = 0; number < Math.min(count, most); number += 1) {
    let rest = number;
    yield lists.map((list) => {
      const item = list[rest % list.length];
      rest = Math.floor(rest / list.length);
      return item as T;
    });
  }
}

function fitsSchema(inputs: JsonRecord, schema: unknown): boolean {
  return !isObject(schema) || fits(inputs, rootNode({ type: 'object', ...schema }));
}

function onlyChanged(change: JsonRecord, all: JsonRecord): JsonRecord {
  const entries = Object.entries(change).filter(([name, value]) => all[name] !== value);
  return Object.fromEntries(entries);
}
