import { defined } from '../defined.ts';
import type { ActionPlan, CriterionPlan, StepPlan } from '../plan.ts';
import type { StepSurroundings } from './compile-step.ts';
import type {
  ActionConfig,
  ActionGuardParams,
  PlanWaitParams,
  TransitionConfig,
} from './config.ts';

type Outcome = 'success' | 'failure';

/** The ways on from an answer: success actions, what follows without one, failure actions, failure. */
export function answerTransitions(
  step: StepPlan,
  surroundings: StepSurroundings,
): readonly TransitionConfig[] {
  return [
    ...toTransitions(step, 'success', surroundings),
    ...withoutSuccessAction(step, surroundings),
    ...toTransitions(step, 'failure', surroundings),
    fail(step, 'criteria', surroundings),
  ];
}

/** The ways on when there was no answer: failure actions, failure. */
export function errorTransitions(
  step: StepPlan,
  surroundings: StepSurroundings,
): readonly TransitionConfig[] {
  return [
    ...toTransitions(step, 'failure', surroundings),
    fail(step, 'no-answer', surroundings),
  ];
}

function toTransitions(
  step: StepPlan,
  on: Outcome,
  surroundings: StepSurroundings,
): readonly TransitionConfig[] {
  const actions = on === 'success' ? step.onSuccess : step.onFailure;
  return actions.map((action) => toTransition(step, action, on, surroundings));
}

function toTransition(
  step: StepPlan,
  action: ActionPlan,
  on: Outcome,
  surroundings: StepSurroundings,
): TransitionConfig {
  const { name, criteria } = action;
  const wait = waitBefore(step, action, on, surroundings);
  const helper = surroundings.inner.helpers.find(({ retry }) => retry === action)?.key;
  return defined({
    guard: { type: name, params: toGuardParams(step, action, on) },
    target: wait ? (helper ?? 'waiting') : targetOf(action, on, surroundings),
    actions: [
      recordAnswer(step),
      ...(wait ? [{ type: 'planWait' as const, params: wait }] : []),
      ...handOver(step, action, surroundings),
      ...endsInFailure(step, action, on),
    ],
    description: describe(criteria),
    meta: { kind: 'action' as const, action: name },
  });
}

function toGuardParams(
  { stepId }: StepPlan,
  action: ActionPlan,
  on: Outcome,
): ActionGuardParams {
  const { criteria } = action;
  return action.type === 'retry'
    ? { stepId, on, criteria, retryLimit: action.retryLimit }
    : { stepId, on, criteria };
}

function recordAnswer({ stepId }: StepPlan): ActionConfig {
  return { type: 'recordAnswer', params: { stepId } };
}

/** The wait before the step is called again, when the action leads back to it. */
function waitBefore(
  step: StepPlan,
  action: ActionPlan,
  on: Outcome,
  { options }: StepSurroundings,
): PlanWaitParams | undefined {
  const { stepId } = step;
  const { name } = action;
  if (action.type === 'retry') {
    const { retryAfter } = action;
    return defined({ stepId, action: name, reason: 'retry' as const, retryAfter });
  }
  if (!goesToStep(action, stepId)) return undefined;
  const reason = on === 'success' ? ('poll' as const) : ('repeat' as const);
  return { stepId, action: name, reason, ...interval(options) };
}

function goesToStep(action: ActionPlan, stepId: string): boolean {
  return (
    action.type === 'goto' &&
    action.target.kind === 'step' &&
    action.target.stepId === stepId
  );
}

/** What the workflow gets that an action leads to, evaluated while the answer is there. */
function handOver(
  { stepId }: StepPlan,
  action: ActionPlan,
  { options }: StepSurroundings,
): readonly ActionConfig[] {
  if (action.type === 'end') return [];
  const [reason, target] =
    action.type === 'goto'
      ? (['goto', action.target] as const)
      : (['helper', action.helper] as const);
  if (target?.kind !== 'workflow') return [];
  const { workflow, inputs } = target;
  const inherit = options.inheritInputs === true ? { inheritInputs: true as const } : {};
  const params = { workflow: workflow.key, stepId, reason, inputs, ...inherit };
  return [{ type: 'planHandover', params }];
}

function interval(options: StepSurroundings['options']): { interval?: number } {
  return defined({ interval: options.pollInterval });
}

function targetOf(
  action: ActionPlan,
  on: Outcome,
  { targetOf: target }: StepSurroundings,
): string {
  if (action.type === 'goto') return target(action.target);
  return target({ final: on === 'success' ? 'completed' : 'ended' });
}

function endsInFailure(
  step: StepPlan,
  action: ActionPlan,
  on: Outcome,
): readonly ActionConfig[] {
  if (action.type !== 'end' || on === 'success') return [];
  return [{ type: 'recordFailure', params: { kind: 'criteria', stepId: step.stepId } }];
}

/**
 * What follows a success that no action names. Arazzo says "the next step" only for a list that is
 * left out; see docs/decisions/unmatched-polls.md for a step that polls.
 */
function withoutSuccessAction(
  step: StepPlan,
  surroundings: StepSurroundings,
): readonly TransitionConfig[] {
  const { stepId } = step;
  if (step.onSuccess.some((action) => action.criteria.length === 0)) return [];
  const polls = step.onSuccess.some((action) => goesToStep(action, stepId));
  if (!polls || surroundings.options.unmatchedPoll === 'next') {
    return [goOn(step, surroundings)];
  }
  return [pollOn(step, surroundings), fail(step, 'unmatched', surroundings)];
}

function goOn(step: StepPlan, { next }: StepSurroundings): TransitionConfig {
  const { stepId } = step;
  return defined({
    guard: { type: 'succeeded' as const, params: { stepId } },
    target: next,
    actions: [recordAnswer(step)],
    description: describe(step.successCriteria),
    meta: { kind: 'next' as const },
  });
}

function pollOn(step: StepPlan, { options }: StepSurroundings): TransitionConfig {
  const { stepId } = step;
  return {
    guard: { type: 'stillPending', params: { stepId } },
    target: 'waiting',
    actions: [
      recordAnswer(step),
      { type: 'planWait', params: { stepId, reason: 'poll', ...interval(options) } },
    ],
    description: 'no action matched; the service says the status is still moving',
    meta: { kind: 'pending' },
  };
}

const descriptions = {
  unmatched: 'no action matched',
  criteria: 'the success criteria do not hold',
  'no-answer': 'no answer',
} as const;

function fail(
  step: StepPlan,
  kind: 'unmatched' | 'criteria' | 'no-answer',
  { targetOf: target }: StepSurroundings,
): TransitionConfig {
  const { stepId } = step;
  const guard = { type: 'succeeded' as const, params: { stepId } };
  return defined({
    guard: kind === 'unmatched' ? guard : undefined,
    target: target({ final: 'failed' }),
    actions: [
      recordAnswer(step),
      { type: 'recordFailure' as const, params: { kind, stepId } },
    ],
    description: descriptions[kind],
    meta: { kind },
  });
}

function describe(criteria: readonly CriterionPlan[]): string | undefined {
  if (criteria.length === 0) return undefined;
  return criteria.map(({ condition }) => condition).join(' and ');
}
