import { referencesOf } from '../../../expressions/index.ts';
import type { StepExpression } from '../../../expressions/index.ts';
import type { Definition } from '../../../machines/definition.ts';
import { remembered } from '../remembered.ts';
import { templatesOf } from './expected-reads.ts';

/** What others read of the outputs of a step. */
export interface HandedOn {
  readonly expression: StepExpression;
  /** No other in the workflow has it; 1 is for the inputs. */
  readonly number: number;
}

/** What requests, and the outputs of the workflow, read of the outputs of a step. */
export function handedOn(definition: Definition, stepId: string): readonly HandedOn[] {
  return readsOf(definition).get(stepId) ?? [];
}

const readsOf = remembered(
  (definition: Definition): ReadonlyMap<string, readonly HandedOn[]> => {
    const outputs = outputsOf(definition);
    const found = new Map<string, HandedOn[]>();
    for (const expression of distinct(readsIn(definition))) {
      const { stepId, name = '' } = expression;
      const own = found.get(stepId) ?? [];
      const before = own.filter((each) => each.expression.name === name).length;
      // By where it comes from, so that it stays the same when others read something else.
      const position = outputs.indexOf(keyOf(stepId, name));
      if (position < 0) continue;
      own.push({ expression, number: 2 + position + before * outputs.length });
      found.set(stepId, own);
    }
    return found;
  },
);

function readsIn({ steps, step, outputs }: Definition): readonly StepExpression[] {
  const templates = [
    ...steps.flatMap(({ stepId }) => templatesOf(step(stepId))),
    outputs,
  ];
  return templates
    .flatMap(referencesOf)
    .filter((each): each is StepExpression => each.kind === 'steps');
}

function distinct(expressions: readonly StepExpression[]): readonly StepExpression[] {
  const all = expressions.map((each) => [JSON.stringify(each), each] as const);
  return [...new Map(all).entries()]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, each]) => each);
}

/** The outputs of all steps, in the order of the document. */
function outputsOf({ steps, step }: Definition): readonly string[] {
  return steps.flatMap(({ stepId }) => {
    const { outputTemplates } = step(stepId);
    return outputTemplates.kind === 'object'
      ? outputTemplates.members.map(([name]) => keyOf(stepId, name))
      : [];
  });
}

function keyOf(stepId: string, name: string): string {
  return JSON.stringify([stepId, name]);
}
