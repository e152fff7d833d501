import { explainCriterion } from '../expressions/index.ts';
import type { Scope } from '../expressions/index.ts';
import type { ActionGuardParams } from '../arazzo-import/compile/config.ts';
import type { CriterionPlan } from '../arazzo-import/plan.ts';
import type { AnswerScope } from './answer-scope.ts';
import type { StepDefinition } from './definition.ts';
import type { MachineEnvironment } from './environment.ts';
import { hasSucceeded } from './outcome.ts';
import { retriesOf, stepRecord } from './step-record.ts';
import type { UnmetCriterion, WorkflowContext } from './types.ts';

/** A step whose call has ended. */
interface AnsweredStep {
  readonly context: WorkflowContext;
  /** The event with which the call ended. */
  readonly event: object;
  readonly step: StepDefinition;
  readonly scope: AnswerScope;
}

/**
 * The criteria that kept a step from going on: its success criteria if it did not succeed, and those
 * of the actions that could have been taken. Slow, for failures only.
 */
export function unmetCriteria(
  environment: MachineEnvironment,
  { context, event, step, scope }: AnsweredStep,
): readonly UnmetCriterion[] {
  const on = hasSucceeded(environment, { event }, step, scope) ? 'success' : 'failure';
  const actions = actionGuards(step).filter(({ params }) => params.on === on);
  return [
    ...(on === 'success' ? [] : unmetSuccess(environment, step, scope)),
    ...actions.flatMap((action) => unmetAction(environment, { context, scope }, action)),
  ];
}

function unmetSuccess(
  environment: MachineEnvironment,
  step: StepDefinition,
  scope: Scope,
): readonly UnmetCriterion[] {
  if (step.operation !== undefined && scope.response === undefined) return [];
  if (step.successCriteria.length > 0)
    return unmetOf(environment, step.successCriteria, scope);
  if (step.operation === undefined || scope.response === undefined) return [];
  const { statusCode } = scope.response;
  const accepted = (step.acceptedStatuses ?? ['2xx']).join(', ');
  return [
    {
      condition: `status code ${accepted}`,
      reason: `the status code is ${statusCode}, not ${accepted}`,
    },
  ];
}

/** The guard of an action: its name, and what it asks for. */
interface ActionGuard {
  readonly type: string;
  readonly params: ActionGuardParams;
}

function actionGuards({ invoke }: StepDefinition): readonly ActionGuard[] {
  return invoke.onDone.flatMap(({ guard }) =>
    guard !== undefined && 'params' in guard && 'on' in guard.params
      ? [{ type: guard.type, params: guard.params }]
      : [],
  );
}

function unmetAction(
  environment: MachineEnvironment,
  { context, scope }: Pick<AnsweredStep, 'context' | 'scope'>,
  { type: action, params: { stepId, criteria, retryLimit = Infinity } }: ActionGuard,
): readonly UnmetCriterion[] {
  const unmet = unmetOf(environment, criteria, scope);
  if (unmet.length > 0) return unmet.map((each) => ({ ...each, action }));
  if (retriesOf(stepRecord(context, stepId), action) < retryLimit) return [];
  const condition = `retryLimit ${retryLimit}`;
  return [{ action, condition, reason: `all ${retryLimit} retries are used up` }];
}

function unmetOf(
  { definition }: MachineEnvironment,
  criteria: readonly CriterionPlan[],
  scope: Scope,
): readonly UnmetCriterion[] {
  return definition
    .criteria(criteria)
    .map((criterion) => explainCriterion(criterion, scope))
    .filter(({ passed }) => !passed)
    .map(({ condition, reason }) => ({ condition, reason }));
}
