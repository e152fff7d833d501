import { didYouMean } from '../../diagnostics/index.ts';
import { defined } from '../defined.ts';
import type { Step, Workflow } from '../document.ts';
import type { StepNeed, StepPlan } from '../plan.ts';
import { linkWorkflowReference } from './link-workflow-reference.ts';
import type { WorkflowContext } from './link-workflow.ts';
import { ownDependencies, stepsReadBy } from './step-references.ts';

/**
 * The steps in an order in which each comes after those it depends on, by `dependsOn` or because it
 * reads their outputs (B-DEP-04, B-DEP-05); otherwise in the order of the document. Only where the
 * workflow uses `dependsOn` at all.
 */
export function orderSteps(
  context: WorkflowContext,
  workflow: Workflow,
  plans: readonly StepPlan[],
): readonly StepPlan[] {
  if (workflow.steps.every(({ dependsOn }) => dependsOn.length === 0)) {
    if (context.document.version !== '1.0') checkOrder(context, workflow, plans);
    return plans;
  }
  // The first of those with the same id, which were reported.
  const written = new Map(
    workflow.steps.toReversed().map((step) => [step.stepId, step] as const),
  );
  const needed = plans.map((plan) => withNeeds(context, written, plan));
  const ids = new Set(plans.map(({ stepId }) => stepId));
  const after = new Map(
    needed.map((plan) => [plan.stepId, predecessors(context, plan, ids)] as const),
  );
  return sort(context, workflow, needed, after);
}

function withNeeds(
  context: WorkflowContext,
  steps: ReadonlyMap<string, Step>,
  plan: StepPlan,
): StepPlan {
  const step = steps.get(plan.stepId);
  if (step === undefined || step.dependsOn.length === 0) return plan;
  const needs = step.dependsOn.flatMap((name, index) =>
    toNeed(context, name, `${step.path}/dependsOn/${index}`),
  );
  return needs.length === 0 ? plan : { ...plan, needs };
}

function toNeed(
  context: WorkflowContext,
  name: string,
  path: string,
): readonly StepNeed[] {
  if (!name.startsWith('$')) {
    if (context.stepIds.includes(name)) return [{ stepId: name }];
    reportUnknown(context, name, context.stepIds, path);
    return [];
  }
  const match =
    /^(?:\$workflows\.|(\$sourceDescriptions\.[^.]+\.))([^.]+)\.steps\.(.+)$/su.exec(
      name,
    );
  if (match?.[2] === undefined || match[3] === undefined) return []; // reported when it was read
  const [, source = '', workflowId, stepId] = match;
  const target = linkWorkflowReference(context, `${source}${workflowId}`, path);
  if (target === undefined) return [];
  const stepIds = target.unit?.document.workflows
    .find((each) => each.workflowId === target.workflowId)
    ?.steps.map((step) => step.stepId);
  if (stepIds !== undefined && !stepIds.includes(stepId))
    reportUnknown(context, stepId, stepIds, path);
  return [{ stepId, workflow: target.key }];
}

function reportUnknown(
  { report }: WorkflowContext,
  stepId: string,
  stepIds: readonly string[],
  path: string,
): void {
  report({
    code: 'UNKNOWN_STEP',
    path,
    message: `There is no step "${stepId}" to depend on.`,
    ...defined({ hint: didYouMean(stepId, stepIds) }),
  });
}

function predecessors(
  context: WorkflowContext,
  plan: StepPlan,
  ids: ReadonlySet<string>,
): ReadonlySet<string> {
  const named = (plan.needs ?? []).flatMap(({ stepId, workflow }) =>
    workflow === undefined ? [stepId] : [],
  );
  const read = [...stepsReadBy(context, plan)].filter(
    (id) => ids.has(id) && id !== plan.stepId,
  );
  return new Set([...named, ...read]);
}

/** Takes the first step, again and again, that depends on none that is left. */
function sort(
  context: WorkflowContext,
  workflow: Workflow,
  plans: readonly StepPlan[],
  after: ReadonlyMap<string, ReadonlySet<string>>,
): readonly StepPlan[] {
  const sorted: StepPlan[] = [];
  const left = [...plans];
  const ids = new Set(plans.map(({ stepId }) => stepId));
  while (left.length > 0) {
    const index = left.findIndex(({ stepId }) =>
      [...(after.get(stepId) ?? [])].every((id) => !ids.has(id)),
    );
    if (index < 0) {
      reportCycle(context, workflow, left);
      return [...sorted, ...left];
    }
    for (const taken of left.splice(index, 1)) {
      sorted.push(taken);
      ids.delete(taken.stepId);
    }
  }
  return sorted;
}

function reportCycle(
  { report }: WorkflowContext,
  { steps }: Workflow,
  left: readonly StepPlan[],
): void {
  const ids = new Set(left.map(({ stepId }) => stepId));
  const step = steps.find(
    (each: Step) => ids.has(each.stepId) && ownDependencies(each).length > 0,
  );
  report({
    code: 'DEPENDENCY_CYCLE',
    path: `${step?.path ?? ''}/dependsOn`,
    message: `The steps ${[...ids].map((id) => `"${id}"`).join(', ')} depend on each other in a circle.`,
    hint: 'Remove one of the dependencies.',
  });
}

/**
 * Reports a step that reads an output of a later one (B-DEP-06), unless an action goes back from
 * there: then it may have run.
 */
function checkOrder(
  context: WorkflowContext,
  { steps }: Workflow,
  plans: readonly StepPlan[],
): void {
  const places = new Map(plans.map(({ stepId }, index) => [stepId, index]));
  for (const [index, plan] of plans.entries()) {
    for (const id of stepsReadBy(context, plan)) {
      const later = places.get(id) ?? -1;
      if (later <= index || comesBack(plans, later, index, places)) continue;
      const path = steps.find(({ stepId }) => stepId === plan.stepId)?.path ?? '';
      context.report({
        code: 'FORWARD_REFERENCE',
        path,
        message: `Step "${plan.stepId}" reads an output of step "${id}", which runs after it.`,
        hint: `Put "${id}" before it, or write "dependsOn: [${id}]".`,
      });
    }
  }
}

function comesBack(
  plans: readonly StepPlan[],
  from: number,
  to: number,
  places: ReadonlyMap<string, number>,
): boolean {
  return plans.slice(from).some(({ onSuccess, onFailure }) =>
    [...onSuccess, ...onFailure].some((action) => {
      if (action.type !== 'goto' || action.target.kind !== 'step') return false;
      return (places.get(action.target.stepId) ?? Infinity) <= to;
    }),
  );
}
