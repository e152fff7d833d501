import { referencesOf } from '../../../expressions/index.ts';
import type { Expression, Template } from '../../../expressions/index.ts';
import type { Definition, StepDefinition } from '../../../machines/definition.ts';
import { keysAfter, outputExpression } from '../statuses/body-keys.ts';

/** What in a step's answer others read: its outputs, and what later steps read of these. */
export function expectedReads(
  definition: Definition,
  step: StepDefinition,
): readonly Expression[] {
  const { outputTemplates: outputs, stepId } = step;
  const later = [...stepsOf(definition).flatMap(templatesOf), definition.outputs]
    .flatMap(referencesOf)
    .filter((each) => each.kind === 'steps')
    .filter((each) => each.stepId === stepId && keysAfter(each).length > 0);
  return [...outputsOf(outputs), ...later];
}

/** The outputs that are expressions, each as what it reads. */
function outputsOf(outputs: Template): readonly Expression[] {
  if (outputs.kind !== 'object') return [];
  return outputs.members.flatMap(([name]) => outputExpression(outputs, name) ?? []);
}

function stepsOf({ steps, step }: Definition): readonly StepDefinition[] {
  return steps.map(({ stepId }) => step(stepId));
}

function templatesOf(step: StepDefinition): readonly Template[] {
  return [
    ...step.parameterTemplates,
    ...step.replacementTemplates.map(({ value }) => value),
    ...[step.inputTemplates, step.correlationTemplate, step.payloadTemplate].flatMap(
      (template) => template ?? [],
    ),
  ];
}
