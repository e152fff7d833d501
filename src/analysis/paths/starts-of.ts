import type { Json } from '../../arazzo-import/document.ts';
import type { JsonRecord } from '../../machines/types.ts';
import { invalidInputs } from '../cases/sample/invalid-inputs.ts';
import { sampleInputs } from '../cases/sample/sample-inputs.ts';
import type { Exploration } from './exploration.ts';
import { jointInputs } from './joint-inputs.ts';
import type { PathInputs } from './path.ts';

/**
 * What a workflow is tried with: all its inputs, some that criteria ask for having other values, only
 * the required ones, those that the user gives, and some that do not fit their schema.
 */
export function startsOf(exploration: Exploration): readonly PathInputs[] {
  const {
    environment,
    tests,
    options: { cases = {} },
  } = exploration;
  const { inputs: schema, workflowId } = environment.definition.config.meta;
  const given = Object.hasOwn(cases, workflowId) ? cases[workflowId]?.inputs : undefined;
  const watched = tests.flatMap(({ subject, values }) =>
    subject?.kind === 'input'
      ? values.map((value): JsonRecord => ({ [subject.name]: value }))
      : [],
  );
  const all = sampleInputs(schema, { members: 'all' }) ?? {};
  const required = { ...sampleInputs(schema, { members: 'required' }) };
  const invalid = invalidInputs(schema);
  const single = watched.map((change) => ({ ...all, ...change }));
  const joint = jointInputs(exploration, [all, ...single, required]);
  return distinct([
    { name: 'all inputs', values: all },
    ...[...watched, ...joint].map((change) => ({
      name: nameOf(change),
      values: { ...all, ...change },
    })),
    { name: 'required inputs', values: required },
    ...(given ?? []),
    ...(invalid === undefined
      ? []
      : [{ name: `invalid inputs: ${invalid.name}`, values: invalid.values }]),
  ]);
}

/** `species = dog, age = 3` */
function nameOf(change: JsonRecord): string {
  return Object.entries(change)
    .map(
      ([name, value]) =>
        `${name} = ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join(', ');
}

/** The first of those with the same values. */
function distinct(starts: readonly PathInputs[]): readonly PathInputs[] {
  const known = new Map<string, PathInputs>();
  for (const start of starts) {
    const key = JSON.stringify(sorted(start.values));
    if (!known.has(key)) known.set(key, start);
  }
  return [...known.values()];
}

function sorted(values: JsonRecord): readonly (readonly [string, Json])[] {
  return Object.entries(values).toSorted(([left], [right]) => (left < right ? -1 : 1));
}
