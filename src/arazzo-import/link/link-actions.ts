import { nearestName } from '../../diagnostics/index.ts';
import type { FailureAction, Step, SuccessAction, Workflow } from '../document.ts';
import type { ActionPlan, EndPlan, GotoPlan, RetryPlan } from '../plan.ts';
import { linkCriteria } from './link-criteria.ts';
import type { WorkflowContext } from './link-workflow.ts';
import { hasReferences, linkReusables } from './link-reusable.ts';
import { listNames } from './list-names.ts';

/** Retries when the document gives no limit: section 4.6.8, `retryLimit`. */
const defaultRetryLimit = 1;

/** What a step does after a success: its own actions, then those of the workflow it does not override. */
export function linkSuccessActions(
  context: WorkflowContext,
  workflow: Workflow,
  step: Step,
): readonly ActionPlan[] {
  const own = distinct(
    context,
    linkReusables(context, 'successActions', step.onSuccess),
    hasReferences(step.onSuccess),
  );
  const inherited = linkReusables(context, 'successActions', workflow.successActions);
  return merge(own, inherited).flatMap((action) => toPlan(context, step, action));
}

/** What a step does after a failure: its own actions, then those of the workflow it does not override. */
export function linkFailureActions(
  context: WorkflowContext,
  workflow: Workflow,
  step: Step,
): readonly ActionPlan[] {
  const own = distinct(
    context,
    linkReusables(context, 'failureActions', step.onFailure),
    hasReferences(step.onFailure),
  );
  const inherited = linkReusables(context, 'failureActions', workflow.failureActions);
  return merge(own, inherited).flatMap((action) => toPlan(context, step, action));
}

/** A step's action overrides the workflow's action of the same name; the others stay (A-WF-18). */
function merge<Item extends SuccessAction | FailureAction>(
  own: readonly Item[],
  inherited: readonly Item[],
): readonly Item[] {
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...inherited.filter(({ name }) => !names.has(name))];
}

/** The actions of a list; one that a reference brings a second time is reported. */
function distinct<Item extends SuccessAction | FailureAction>(
  { report }: WorkflowContext,
  actions: readonly Item[],
  hasReference: boolean,
): readonly Item[] {
  const names = new Set<string>();
  return actions.filter((action) => {
    if (!names.has(action.name)) return names.add(action.name);
    if (!hasReference) return false;
    report({
      code: 'DUPLICATE_NAME',
      path: action.path,
      message: `The action "${action.name}" is there twice.`,
      hint: 'Give each action of a list its own name.',
    });
    return false;
  });
}

function toPlan(
  context: WorkflowContext,
  step: Step,
  action: SuccessAction | FailureAction,
): readonly ActionPlan[] {
  const shared = { name: action.name, criteria: linkCriteria(context, action.criteria) };
  if (action.type === 'end') return [{ ...shared, type: 'end' } satisfies EndPlan];
  if (action.workflowId !== undefined) return unsupportedWorkflow(context, action);
  if (action.type === 'retry') return toRetry(context, step, action, shared);
  const stepId = findTarget(context, action);
  if (stepId === undefined) return [];
  return [
    { ...shared, type: 'goto', target: { kind: 'step', stepId } } satisfies GotoPlan,
  ];
}

function toRetry(
  { report }: WorkflowContext,
  step: Step,
  { name, stepId, retryAfter, retryLimit = defaultRetryLimit, path }: FailureAction,
  shared: Pick<RetryPlan, 'name' | 'criteria'>,
): readonly ActionPlan[] {
  // A retry that names its own step is a plain retry (checklist C-18).
  if (stepId !== undefined && stepId !== step.stepId) {
    report({
      code: 'UNSUPPORTED_RETRY_TARGET',
      path: `${path}/stepId`,
      message: `The retry "${name}" calls step "${stepId}" first, which cannot be done yet.`,
      hint: `Use "type: goto" with "stepId: ${stepId}" if the steps after it may run again.`,
    });
    return [];
  }
  return [
    {
      ...shared,
      type: 'retry',
      retryLimit,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    },
  ];
}

function findTarget(
  { stepIds, report }: WorkflowContext,
  { name, stepId = '', path }: SuccessAction | FailureAction,
): string | undefined {
  if (stepIds.includes(stepId)) return stepId;
  const near = nearestName(stepId, stepIds);
  report({
    code: 'UNKNOWN_STEP',
    path: `${path}/stepId`,
    message: `The action "${name}" goes to "${stepId}", but this workflow has no step with that id.`,
    hint:
      near === undefined
        ? `Its steps are ${listNames(stepIds)}.`
        : `Did you mean "${near}"?`,
  });
  return undefined;
}

function unsupportedWorkflow(
  { report }: WorkflowContext,
  { name, workflowId = '', path }: SuccessAction | FailureAction,
): readonly ActionPlan[] {
  report({
    code: 'UNSUPPORTED_WORKFLOW_TARGET',
    path: `${path}/workflowId`,
    message: `The action "${name}" leads to workflow "${workflowId}", which cannot be done yet.`,
    hint: 'Lead to a step of the same workflow.',
  });
  return [];
}
