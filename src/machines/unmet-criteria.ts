import { explainCriterion } from '../expressions/index.ts';
import type { Scope } from '../expressions/index.ts';
import type { CriterionPlan } from '../arazzo-import/plan.ts';
import type { StepDefinition } from './definition.ts';
import type { MachineEnvironment } from './environment.ts';
import { hasSucceeded } from './outcome.ts';
import type { UnmetCriterion } from './types.ts';

/**
 * The criteria that kept a step from going on: its success criteria if it did not succeed, and those
 * of the actions that could have been taken. Slow, for failures only.
 */
export function unmetCriteria(
  environment: MachineEnvironment,
  step: StepDefinition,
  scope: Scope,
): readonly UnmetCriterion[] {
  const success = hasSucceeded(environment, step, scope);
  const outcome = success ? 'success' : 'failure';
  const unmet = success ? [] : unmetSuccess(environment, step, scope);
  return [...unmet, ...unmetActions(environment, step, scope, outcome)];
}

function unmetSuccess(
  environment: MachineEnvironment,
  step: StepDefinition,
  scope: Scope,
): readonly UnmetCriterion[] {
  if (scope.response === undefined) return [];
  if (step.successCriteria.length > 0)
    return unmetOf(environment, step.successCriteria, scope);
  const { statusCode } = scope.response;
  return [
    { condition: 'status code 2xx', reason: `the status code is ${statusCode}, not 2xx` },
  ];
}

function unmetActions(
  environment: MachineEnvironment,
  step: StepDefinition,
  scope: Scope,
  outcome: 'success' | 'failure',
): readonly UnmetCriterion[] {
  const guards = (step.callingState.invoke?.onDone ?? []).flatMap(
    ({ guard }) => guard ?? [],
  );
  return guards.flatMap((guard) => {
    if (!('params' in guard) || !('on' in guard.params) || guard.params.on !== outcome)
      return [];
    const { criteria, retryLimit } = guard.params;
    const unmet = unmetOf(environment, criteria, scope).map((each) => ({
      ...each,
      action: guard.type,
    }));
    if (unmet.length > 0 || retryLimit === undefined) return unmet;
    const condition = `retryLimit ${retryLimit}`;
    return [
      { action: guard.type, condition, reason: `all ${retryLimit} retries are used up` },
    ];
  });
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
