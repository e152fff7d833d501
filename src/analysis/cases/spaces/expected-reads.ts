import { referencesOf } from '../../../expressions/index.ts';
import type { Expression, StepExpression, Template } from '../../../expressions/index.ts';
import type { Definition, StepDefinition } from '../../../machines/definition.ts';
import { keysAfter, outputExpression } from '../statuses/body-keys.ts';

/** What in a step's answer others read: its outputs, and what later steps read of these. */
export function expectedReads(
  definition: Definition,
  step: StepDefinition,
): readonly Expression[] {
  return [...outputsOf(step.outputTemplates), ...laterReads(definition, step.stepId)];
}

const reads = new WeakMap<Definition, ReadonlyMap<string, readonly StepExpression[]>>();

/** What the steps of a workflow, and its outputs, read in the outputs of a step. */
export function laterReads(
  definition: Definition,
  stepId: string,
): readonly StepExpression[] {
  const known = reads.get(definition) ?? readsByStep(definition);
  reads.set(definition, known);
  return known.get(stepId) ?? [];
}

function readsByStep(
  definition: Definition,
): ReadonlyMap<string, readonly StepExpression[]> {
  const found = new Map<string, StepExpression[]>();
  const all = [...stepsOf(definition).flatMap(templatesOf), definition.outputs];
  for (const each of all.flatMap(referencesOf)) {
    if (each.kind !== 'steps' || keysAfter(each).length === 0) continue;
    const own = found.get(each.stepId) ?? [];
    own.push(each);
    found.set(each.stepId, own);
  }
  return found;
}

/** The outputs that are expressions, each as what it reads. */
function outputsOf(outputs: Template): readonly Expression[] {
  if (outputs.kind !== 'object') return [];
  return outputs.members.flatMap(([name]) => outputExpression(outputs, name) ?? []);
}

function stepsOf({ steps, step }: Definition): readonly StepDefinition[] {
  return steps.map(({ stepId }) => step(stepId));
}

/** Everything that a step sends. */
export function templatesOf(step: StepDefinition): readonly Template[] {
  return [
    ...step.parameterTemplates,
    ...step.replacementTemplates.map(({ value }) => value),
    ...[step.inputTemplates, step.correlationTemplate, step.payloadTemplate].flatMap(
      (template) => template ?? [],
    ),
  ];
}
