import { defined } from '../defined.ts';
import type { JsonObject, Workflow } from '../document.ts';
import type { SourcePlan, StepPlan, WorkflowPlan, WorkflowReference } from '../plan.ts';
import { qualify } from '../sources/create-unit.ts';
import type { Source } from '../sources/document-unit.ts';
import type { CalledOutputs } from './called-outputs.ts';
import { checkTemplate } from './check-template.ts';
import { declaredInputs } from './declared-inputs.ts';
import type { DeclaredInputs } from './declared-inputs.ts';
import type { LinkContext } from './link-context.ts';
import { linkInputs } from './link-inputs.ts';
import { linkStep } from './link-step.ts';
import { linkWorkflowReference } from './link-workflow-reference.ts';
import { orderSteps } from './order-steps.ts';

/** What the linker of a workflow's parts needs: the names that they may use. */
export interface WorkflowContext extends LinkContext {
  readonly stepIds: readonly string[];
  /** The names of each step's outputs. */
  readonly outputNames: ReadonlyMap<string, readonly string[]>;
  readonly inputs: DeclaredInputs & { readonly schema: JsonObject | boolean | undefined };
  /** Inputs of a workflow without any that were reported: once each is enough. */
  readonly undeclared: Set<string>;
  /** Where a call has ended: what the workflow gives that was called. */
  readonly called?: CalledOutputs | undefined;
}

/**
 * Resolves everything that a workflow refers to. What is wrong is reported; a step that calls nothing
 * that can be called is left out of the plan.
 */
export function linkWorkflow(linking: LinkContext, workflow: Workflow): WorkflowPlan {
  const inputs = linkInputs(linking, workflow);
  const context = toContext(linking, workflow, inputs);
  const dependsOn = linkDependencies(context, workflow);
  const steps = workflow.steps.flatMap((step) => linkStep(context, workflow, step) ?? []);
  checkTemplate(context, workflow.outputs, `${workflow.path}/outputs`);
  const { workflowId, summary, description, outputs } = workflow;
  const { unit, document } = linking;
  return defined({
    key: qualify(unit, workflowId),
    workflowId,
    summary,
    description,
    inputs,
    dependsOn,
    sources: usedSources(linking, workflow, steps),
    selectors: document.version === '1.0' ? undefined : (true as const),
    self: document.self === undefined ? undefined : unit.base,
    steps: orderSteps(context, workflow, steps),
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
    inputs: { ...declaredInputs(inputs), schema: inputs },
    undeclared: new Set(),
  };
}

/** The workflows that must be completed first (A-WF-09 to A-WF-11). */
function linkDependencies(
  context: WorkflowContext,
  { dependsOn, path }: Workflow,
): readonly WorkflowReference[] {
  return dependsOn.flatMap((text, index) => {
    const found = linkWorkflowReference(context, text, `${path}/dependsOn/${index}`);
    if (found === undefined) return [];
    const { key, workflowId, name } = found;
    return [{ key, workflowId, name }];
  });
}

/** The sources that a workflow calls, or that its expressions name. */
function usedSources(
  { unit }: LinkContext,
  workflow: Workflow,
  steps: readonly StepPlan[],
): Readonly<Record<string, SourcePlan>> {
  const called = new Set(steps.map(sourceOf));
  const others = [...unit.sources.values()].some(({ key }) => !called.has(key));
  const text = others ? JSON.stringify(workflow) : '';
  const isUsed = ([name, { key }]: [string, Source]): boolean =>
    called.has(key) || text.includes(`$sourceDescriptions.${name}.`);
  return Object.fromEntries(
    [...unit.sources]
      .filter(isUsed)
      .map(([name, { description }]) => [
        name,
        defined({ url: description.url, type: description.type }),
      ]),
  );
}

function sourceOf({ call }: StepPlan): string | undefined {
  if (call.kind === 'workflow') return undefined;
  return call.kind === 'operation' ? call.operation.source : call.channel.source;
}
