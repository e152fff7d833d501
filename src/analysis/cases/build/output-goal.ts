import type { Json } from '../../../arazzo-import/document.ts';
import type { Expression } from '../../../expressions/index.ts';
import { equality } from '../equality.ts';
import type { Question } from '../question.ts';
import type { Goal } from '../solve/goal.ts';

/** That an output of the step has a value, as a criterion that asks for it. */
export function outputGoal(
  { step }: Question,
  { name, value }: { readonly name: string; readonly value: Json },
): Goal {
  const text = `$steps.${step.stepId}.outputs.${name}`;
  const expression: Expression = {
    kind: 'steps',
    stepId: step.stepId,
    name,
    path: [],
    pointer: [],
    text,
  };
  return { kind: 'criterion', program: equality(expression, value), wanted: true };
}
