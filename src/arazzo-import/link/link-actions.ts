import { didYouMean } from '../../diagnostics/index.ts';
import { defined } from '../defined.ts';
import type { FailureAction, Step, SuccessAction, Workflow } from '../document.ts';
import type { ActionPlan, GotoPlan, RetryPlan, WorkflowTarget } from '../plan.ts';
import { linkCriteria } from './link-criteria.ts';
import { distinctParameters } from './link-parameters.ts';
import { linkInputsOf } from './link-workflow-inputs.ts';
import { linkWorkflowReference } from './link-workflow-reference.ts';
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
  if (own.length === 0 && inherited.length === 0) return [];
  const actions = merge(
    context,
    distinct(context, own, hasReferences(written)),
    inherited,
  );
  const plans: ActionPlan[] = [];
  for (const action of actions) {
    const plan = toPlan(context, step, action);
    if (plan !== undefined) plans.push(plan);
  }
  return plans;
}

/**
 * A step's action overrides the workflow's action of the same name; the others stay (A-WF-18), unless
 * the caller wants a step's list to replace the workflow's (checklist C-07).
 */
function merge(
  { options }: WorkflowContext,
  own: readonly Action[],
  inherited: readonly Action[],
): readonly Action[] {
  if (options.actionMerge === 'replace' && own.length > 0) return own;
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
): ActionPlan | undefined {
  const { name } = action;
  const criteria = linkCriteria(context, action.criteria);
  if (action.type === 'end') return { name, criteria, type: 'end' };
  const target = linkTarget(context, action);
  if (action.type === 'retry') return toRetry(step, action, criteria, target);
  return target === undefined ? undefined : { name, criteria, type: 'goto', target };
}

function toRetry(
  step: Step,
  { name, retryAfter, retryLimit = defaultRetryLimit }: Action,
  criteria: RetryPlan['criteria'],
  helper: GotoPlan['target'] | undefined,
): RetryPlan {
  // A retry that names its own step is a plain retry (checklist C-18).
  const isPlain =
    helper === undefined || (helper.kind === 'step' && helper.stepId === step.stepId);
  return defined({
    name,
    criteria,
    type: 'retry' as const,
    retryLimit,
    retryAfter,
    helper: isPlain ? undefined : helper,
  });
}

/** The step or workflow that an action names; nothing when it names none that is there. */
function linkTarget(
  context: WorkflowContext,
  action: Action,
): GotoPlan['target'] | undefined {
  const { workflowId, stepId } = action;
  if (workflowId !== undefined) return linkWorkflowTarget(context, action, workflowId);
  if (stepId === undefined) return undefined;
  const found = findTarget(context, action, stepId);
  return found === undefined ? undefined : { kind: 'step', stepId: found };
}

/** What the action's parameters say are the inputs of the workflow (B-ACT-01; also in 1.0, C-05). */
function linkWorkflowTarget(
  context: WorkflowContext,
  { parameters, path }: Action,
  written: string,
): WorkflowTarget | undefined {
  const target = linkWorkflowReference(context, written, `${path}/workflowId`);
  if (target === undefined) return undefined;
  const { key, name, workflowId } = target;
  const inputs = linkInputsOf(context, target, distinctParameters(context, parameters));
  return { kind: 'workflow', workflow: { key, name, workflowId }, inputs };
}

function findTarget(
  { stepIds, outputNames, report }: WorkflowContext,
  { name, path }: Action,
  stepId: string,
): string | undefined {
  // By the map: a list of a thousand ids would be read for each action.
  if (outputNames.has(stepId)) return stepId;
  report({
    code: 'UNKNOWN_STEP',
    path: `${path}/stepId`,
    message: `The action "${name}" leads to "${stepId}", but this workflow has no step with that id.`,
    hint: didYouMean(stepId, stepIds) ?? `Its steps are ${listNames(stepIds)}.`,
  });
  return undefined;
}
