import type { Json } from '../../../arazzo-import/document.ts';
import type { Expression, SimpleProgram } from '../../../expressions/index.ts';
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
  return { kind: 'criterion', program: equals(expression, value), wanted: true };
}

function equals(expression: Expression, value: Json): SimpleProgram {
  const literal = JSON.stringify(value);
  const condition = `${expression.text} == ${literal}`;
  return {
    type: 'simple',
    condition,
    ast: {
      kind: 'comparison',
      operator: '==',
      text: condition,
      left: { kind: 'operand', operand: expression, text: expression.text },
      right: { kind: 'literal', value: value as string, text: literal },
    },
  };
}
