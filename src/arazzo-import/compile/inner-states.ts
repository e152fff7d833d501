import type { RetryPlan, StepPlan, WorkflowReference } from '../plan.ts';
import { gotoClosure } from './reachable-workflows.ts';
import type { Plans } from './reachable-workflows.ts';
import { freeKey, toSafeId } from './state-keys.ts';

/** A `retry` that runs something before it calls its step again. */
type HelpedRetry = RetryPlan & {
  readonly helper: NonNullable<RetryPlan['helper']>;
};

/** A call of a workflow that may go on as another one. */
export interface WithClosure {
  /** The workflows that it may go on as. */
  readonly closure: readonly WorkflowReference[];
  /** The key of the state that runs such a workflow. */
  readonly keyOf: (workflow: WorkflowReference) => string;
}

export interface HelperStates extends WithClosure {
  readonly key: string;
  readonly retry: HelpedRetry;
}

/** The states within the state of a step, besides `calling` and `waiting`. */
export interface InnerStates extends WithClosure {
  readonly helpers: readonly HelperStates[];
}

/** Ids of actors are made of keys: those of the time limit and the wait must stay free. */
const reserved = ['calling', 'waiting', 'wait', 'timeLimit'];

/** What most steps have. */
const none: InnerStates = { closure: [], keyOf: () => '', helpers: [] };

/** Names the states within the state of a step. */
export function nameInnerStates(
  step: StepPlan,
  steps: readonly StepPlan[],
  plans: Plans,
): InnerStates {
  const isHelping = step.onSuccess.some(isHelped) || step.onFailure.some(isHelped);
  if (!isHelping && step.call.kind !== 'workflow') return none;
  const taken = new Set(reserved);
  const retries = [...step.onSuccess, ...step.onFailure].filter(isHelped);
  const keyed = retries.map((retry) => ({ retry, key: take(idOf(retry), taken) }));
  return {
    ...nameClosure(calledWorkflow(step), plans, taken),
    helpers: keyed.map(({ retry, key }) => ({
      retry,
      key,
      ...nameClosure(helperWorkflow(retry, steps), plans, taken, `${key} `),
    })),
  };
}

/** Names the states of the workflows that a workflow may go on as. */
export function nameClosure(
  workflow: WorkflowReference | undefined,
  plans: Plans,
  taken: Set<string>,
  prefix = '',
): WithClosure {
  const closure = workflow === undefined ? [] : gotoClosure([workflow], plans);
  const keys = new Map(closure.map(({ key }) => [key, take(prefix + key, taken)]));
  return { closure, keyOf: ({ key }) => keys.get(key) ?? '' };
}

function take(wanted: string, taken: Set<string>): string {
  const key = freeKey(toSafeId(wanted), taken);
  taken.add(key);
  return key;
}

function isHelped(action: StepPlan['onFailure'][number]): action is HelpedRetry {
  return action.type === 'retry' && action.helper !== undefined;
}

function idOf({ helper }: HelpedRetry): string {
  return helper.kind === 'step' ? helper.stepId : helper.workflow.key;
}

function helperWorkflow(
  { helper }: HelpedRetry,
  steps: readonly StepPlan[],
): WorkflowReference | undefined {
  if (helper.kind === 'workflow') return helper.workflow;
  const step = steps.find(({ stepId }) => stepId === helper.stepId);
  return step && calledWorkflow(step);
}

function calledWorkflow({ call }: StepPlan): WorkflowReference | undefined {
  return call.kind === 'workflow' ? call.workflow : undefined;
}
