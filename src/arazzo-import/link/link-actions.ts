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
  { successActions }: Workflow,
  step: Step,
): readonly ActionPlan[] {
  const own = linkReusables(context, 'successActions', step.onSuccess);
  const inherited = linkReusables(context, 'successActions', successActions);
  return toPlans(context, step, { own, inherited, written: step.onSuccess });
}

/** What a step does after a failure: its own actions, then those of the workflow it does not override. */
export function linkFailureActions(
  context: WorkflowContext,
  { failureActions }: Workflow,
  step: Step,
): readonly ActionPlan[] {
  const own = linkReusables(context, 'failureActions', step.onFailure);
  const inherited = linkReusables(context, 'failureActions', failureActions);
  return toPlans(context, step, { own, inherited, written: step.onFailure });
}

type Action = SuccessAction | FailureAction;

interface ActionLists {
  readonly own: readonly Action[];
  readonly inherited: readonly Action[];
  /** The step's own list with its references. */
  readonly written: Step['onSuccess'] | Step['onFailure'];
}

function toPlans(
  context: WorkflowContext,
  step: Step,
  { own, inherited, written }: ActionLists,
): readonly ActionPlan[] {
  const actions = merge(distinct(context, own, hasReferences(written)), inherited);
  return actions.flatMap((action) => toPlan(context, step, action));
}

/** A step's action overrides the workflow's action of the same name; the others stay (A-WF-18). */
function merge(own: readonly Action[], inherited: readonly Action[]): readonly Action[] {
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...inherited.filter(({ name }) => !names.has(name))];
}

/** The actions of a list; one that a reference brings a second time is reported. */
function distinct(
  { report }: WorkflowContext,
  actions: readonly Action[],
  hasReference: boolean,
): readonly Action[] {
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
  action: Action,
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
