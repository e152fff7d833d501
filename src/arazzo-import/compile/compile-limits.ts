import { waitActor } from './actor-names.ts';
import type { CompileOptions, TransitionConfig, WorkflowConfig } from './config.ts';
import type { StateNames } from './name-states.ts';

/** Calls that a run may make when the caller sets no limit. */
const defaultMaxSteps = 10_000;

/** How deep workflows may call each other when the caller sets no limit. */
const defaultMaxDepth = 32;

/** What ends a run from outside its steps: too many calls, too deep, too much time. */
export function compileLimits(
  { timeLimit, finals }: Pick<StateNames, 'timeLimit' | 'finals'>,
  { maxSteps = defaultMaxSteps, maxDepth = defaultMaxDepth, timeout }: CompileOptions,
  isCalled: boolean,
): Pick<WorkflowConfig, 'always' | 'invoke'> {
  const target = `.${finals.failed}`;
  const tooManySteps: TransitionConfig = {
    guard: { type: 'stepLimitReached', params: { maxSteps } },
    target,
    actions: [{ type: 'recordFailure', params: { kind: 'step-limit' } }],
    description: `more than ${maxSteps} calls`,
  };
  const tooDeep: TransitionConfig = {
    guard: { type: 'depthLimitReached', params: { maxDepth } },
    target,
    actions: [{ type: 'recordFailure', params: { kind: 'depth-limit' } }],
    description: `more than ${maxDepth} workflows within each other`,
  };
  if (isCalled) return { always: [tooManySteps, tooDeep] };
  if (timeout === undefined) return { always: [tooManySteps] };
  return {
    always: [tooManySteps],
    invoke: {
      id: timeLimit,
      src: waitActor,
      input: { milliseconds: timeout },
      onDone: [
        {
          target,
          actions: [{ type: 'recordFailure', params: { kind: 'timeout' } }],
          description: `longer than ${timeout} ms`,
        },
      ],
    },
  };
}
