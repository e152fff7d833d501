import type { Json } from '../../arazzo-import/document.ts';
import type { JsonRecord } from '../../machines/types.ts';
import { invalidInputs } from '../cases/sample/invalid-inputs.ts';
import { sampleInputs } from '../cases/sample/sample-inputs.ts';
import type { Exploration } from './exploration.ts';
import type { PathInputs } from './path.ts';

/**
 * What a workflow is tried with: all its inputs, one that criteria ask for having another value, only
 * the required ones, those that the user gives, and some that do not fit their schema.
 */
export function startsOf({
  environment,
  tests,
  options: { cases = {} },
}: Exploration): readonly PathInputs[] {
  const { inputs: schema, workflowId } = environment.definition.config.meta;
  const given = Object.hasOwn(cases, workflowId) ? cases[workflowId]?.inputs : undefined;
  const watched = tests.flatMap(({ subject, values }) =>
    subject?.kind === 'input'
      ? values.map((value) => [subject.name, value] as const)
      : [],
  );
  const all = sampleInputs(schema, { members: 'all' }) ?? {};
  const required = { ...sampleInputs(schema, { members: 'required' }) };
  const invalid = invalidInputs(schema);
  return distinct([
    { name: 'all inputs', values: all },
    ...watched.map(([name, value]) => ({
      name: `${name} = ${typeof value === 'string' ? value : JSON.stringify(value)}`,
      values: { ...all, [name]: value },
    })),
    { name: 'required inputs', values: required },
    ...(given ?? []),
    ...(invalid === undefined
      ? []
      : [{ name: `invalid inputs: ${invalid.name}`, values: invalid.values }]),
  ]);
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
