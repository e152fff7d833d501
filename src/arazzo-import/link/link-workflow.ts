import { defined } from '../defined.ts';
import type { JsonObject, Workflow } from '../document.ts';
import type { SourcePlan, StepPlan, WorkflowPlan } from '../plan.ts';
import { checkTemplate } from './check-template.ts';
import type { LinkContext } from './link-context.ts';
import { linkInputs } from './link-inputs.ts';
import { linkStep } from './link-step.ts';

/** What the linker of a workflow's parts needs: the names that they may use. */
export interface WorkflowContext extends LinkContext {
  readonly stepIds: readonly string[];
  /** The names of each step's outputs. */
  readonly outputNames: ReadonlyMap<string, readonly string[]>;
  /** The names of the inputs; `undefined` when the schema does not simply list them. */
  readonly inputNames: readonly string[] | undefined;
}

/**
 * Resolves everything that a workflow refers to. What is wrong is reported; a step that calls nothing
 * that can be called is left out of the plan.
 */
export function linkWorkflow(linking: LinkContext, workflow: Workflow): WorkflowPlan {
  const inputs = linkInputs(linking, workflow);
  const context = toContext(linking, workflow, inputs);
  if (workflow.dependsOn.length > 0) reportDependsOn(context, workflow);
  const steps = workflow.steps.flatMap((step) => linkStep(context, workflow, step) ?? []);
  checkTemplate(context, workflow.outputs, `${workflow.path}/outputs`);
  const { workflowId, summary, description, outputs } = workflow;
  return defined({
    workflowId,
    summary,
    description,
    inputs,
    sources: usedSources(linking, steps),
    steps,
    outputs,
  });
}

function toContext(
  linking: LinkContext,
  { steps }: Workflow,
  inputs: JsonObject | boolean | undefined,
): WorkflowContext {
  return {
    ...linking,
    stepIds: steps.map(({ stepId }) => stepId),
    outputNames: new Map(
      steps.map(({ stepId, outputs }) => [stepId, Object.keys(outputs)]),
    ),
    inputNames: listedNames(inputs),
  };
}

/** A schema that refers to others or combines them may have more inputs than it lists. */
function listedNames(
  inputs: JsonObject | boolean | undefined,
): readonly string[] | undefined {
  if (typeof inputs !== 'object') return undefined;
  const open = [
    '$ref',
    'allOf',
    'anyOf',
    'oneOf',
    'if',
    'patternProperties',
    '$dynamicRef',
  ];
  const properties = inputs['properties'];
  if (open.some((keyword) => Object.hasOwn(inputs, keyword))) return undefined;
  if (typeof inputs['additionalProperties'] === 'object') return undefined;
  return typeof properties === 'object' && properties !== null
    ? Object.keys(properties)
    : undefined;
}

function usedSources(
  { document }: LinkContext,
  steps: readonly StepPlan[],
): Readonly<Record<string, SourcePlan>> {
  const used = new Set(steps.map(({ call }) => call.operation.source));
  return Object.fromEntries(
    document.sourceDescriptions
      .filter(({ name }) => used.has(name))
      .map(({ name, url, type }) => [name, defined({ url, type })]),
  );
}

function reportDependsOn(
  { report }: WorkflowContext,
  { workflowId, path }: Workflow,
): void {
  report({
    code: 'UNSUPPORTED_DEPENDS_ON',
    path: `${path}/dependsOn`,
    message: `Workflow "${workflowId}" depends on other workflows, which is not looked at yet.`,
    hint: 'Run those workflows first and leave out "dependsOn".',
  });
}
