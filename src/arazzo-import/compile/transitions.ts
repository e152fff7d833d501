import { defined } from '../defined.ts';
import type { ActionPlan, CriterionPlan, StepPlan } from '../plan.ts';
import type { StepSurroundings } from './compile-step.ts';
import type {
  ActionConfig,
  FailureKind,
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
    ...step.onSuccess.map((action) =>
      toTransition(step, action, 'success', surroundings),
    ),
    ...withoutSuccessAction(step, surroundings),
    ...step.onFailure.map((action) =>
      toTransition(step, action, 'failure', surroundings),
    ),
    fail(step, 'criteria', surroundings),
  ];
}

/** The ways on when there was no answer: failure actions, failure. */
export function errorTransitions(
  step: StepPlan,
  surroundings: StepSurroundings,
): readonly TransitionConfig[] {
  return [
    ...step.onFailure.map((action) =>
      toTransition(step, action, 'failure', surroundings),
    ),
    fail(step, 'no-answer', surroundings),
  ];
}

function toTransition(
  step: StepPlan,
  action: ActionPlan,
  on: Outcome,
  surroundings: StepSurroundings,
): TransitionConfig {
  const { stepId } = step;
  const { name, criteria } = action;
  const retryLimit = action.type === 'retry' ? { retryLimit: action.retryLimit } : {};
  const wait = waitBefore(step, action, on, surroundings);
  const helper = surroundings.inner.helpers.find(({ retry }) => retry === action)?.key;
  return {
    guard: { type: name, params: { stepId, on, criteria, ...retryLimit } },
    target: wait ? (helper ?? 'waiting') : targetOf(action, on, surroundings),
    actions: [
      { type: 'recordAnswer', params: { stepId } },
      ...(wait ? [{ type: 'planWait' as const, params: wait }] : []),
      ...handOver(step, action, surroundings),
      ...endsInFailure(step, action, on),
    ],
    ...describe(criteria),
    meta: { kind: 'action', action: name },
  };
}

/** The wait before the step is called again, when the action leads back to it. */
function waitBefore(
  step: StepPlan,
  action: ActionPlan,
  on: Outcome,
  { options }: StepSurroundings,
): PlanWaitParams | undefined {
  const shared = { stepId: step.stepId, action: action.name };
  if (action.type === 'retry') {
    const { retryAfter } = action;
    return {
      ...shared,
      reason: 'retry',
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  }
  if (!goesToStep(action, step.stepId)) return undefined;
  return {
    ...shared,
    reason: on === 'success' ? 'poll' : 'repeat',
    ...interval(options),
  };
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
  return {
    guard: { type: 'succeeded', params: { stepId } },
    target: next,
    actions: [{ type: 'recordAnswer', params: { stepId } }],
    ...describe(step.successCriteria),
    meta: { kind: 'next' },
  };
}

function pollOn(step: StepPlan, { options }: StepSurroundings): TransitionConfig {
  const { stepId } = step;
  return {
    guard: { type: 'stillPending', params: { stepId } },
    target: 'waiting',
    actions: [
      { type: 'recordAnswer', params: { stepId } },
      { type: 'planWait', params: { stepId, reason: 'poll', ...interval(options) } },
    ],
    description: 'no action matched; the service says the status is still moving',
    meta: { kind: 'pending' },
  };
}

const descriptions: Partial<Record<FailureKind, string>> = {
  unmatched: 'no action matched',
  criteria: 'the success criteria do not hold',
  'no-answer': 'no answer',
};

function fail(
  step: StepPlan,
  kind: 'unmatched' | 'criteria' | 'no-answer',
  { targetOf: target }: StepSurroundings,
): TransitionConfig {
  const { stepId } = step;
  const description = descriptions[kind];
  return {
    ...(kind === 'unmatched'
      ? { guard: { type: 'succeeded', params: { stepId } } as const }
      : {}),
    target: target({ final: 'failed' }),
    actions: [
      { type: 'recordAnswer', params: { stepId } },
      { type: 'recordFailure', params: { kind, stepId } },
    ],
    ...(description === undefined ? {} : { description }),
    meta: { kind },
  };
}

function describe(criteria: readonly CriterionPlan[]): { description?: string } {
  if (criteria.length === 0) return {};
  return { description: criteria.map(({ condition }) => condition).join(' and ') };
}
