import { waitActor } from './actor-names.ts';
import type { CompileOptions, TransitionConfig, WorkflowConfig } from './config.ts';
import type { StateNames } from './name-states.ts';

/** Calls that a run may make when the caller sets no limit. */
const defaultMaxSteps = 10_000;

/** How deep workflows may call each other when the caller sets no limit. */
const defaultMaxDepth = 32;

/** What ends a run from outside its steps: too many calls, too much time. */
export function compileLimits(
  { timeLimit, finals }: Pick<StateNames, 'timeLimit' | 'finals'>,
  { maxSteps = defaultMaxSteps, timeout }: CompileOptions,
  isCalled: boolean,
): Pick<WorkflowConfig, 'always' | 'invoke'> {
  const target = `.${finals.failed}`;
  const tooManySteps: TransitionConfig = {
    guard: { type: 'stepLimitReached', params: { maxSteps } },
    target,
    actions: [{ type: 'recordFailure', params: { kind: 'step-limit' } }],
    description: `more than ${maxSteps} calls`,
  };
  if (isCalled || timeout === undefined) return { always: [tooManySteps] };
  const tooLate: TransitionConfig = {
    target,
    actions: [{ type: 'recordFailure', params: { kind: 'timeout' } }],
    description: `longer than ${timeout} ms`,
  };
  const invoke = {
    id: timeLimit,
    src: waitActor,
    input: { milliseconds: timeout },
    onDone: [tooLate],
  };
  return { always: [tooManySteps], invoke };
}

/** What keeps a called workflow from beginning too deep within others. */
export function tooDeep(
  target: string,
  { maxDepth = defaultMaxDepth }: CompileOptions,
): TransitionConfig {
  return {
    guard: { type: 'depthLimitReached', params: { maxDepth } },
    target,
    actions: [{ type: 'recordFailure', params: { kind: 'depth-limit' } }],
    description: `more than ${maxDepth} workflows within each other`,
  };
}
