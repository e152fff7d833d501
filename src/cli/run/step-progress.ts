import { valueAt } from '../../machines/index.ts';
import type { RunEvent } from '../../machines/index.ts';
import type { Service } from '../../services/service.ts';

/** What a step is doing, for people who watch. */
export interface StepProgress {
  readonly stepId: string;
  /** The workflow that it belongs to, when that is not the one that runs. */
  readonly workflowId?: string;
  /** How many workflows it is within; 0 in the workflow that runs. @default 0 */
  readonly depth?: number;
  /** The workflow that it calls. */
  readonly calledWorkflow?: string;
  /** What it calls, as people know it: the operation, the channel or the workflow. */
  readonly operation: string;
  readonly state: 'idle' | 'calling' | 'waiting' | 'done' | 'failed';
  readonly calls: number;
  readonly attempt: number;
  readonly statusCode?: number;
  /** The value of the status that it polls. */
  readonly status?: string;
  /** The status that it polls for, when the service knows it. */
  readonly goal?: string;
  /** Requests that the last call took, retries by the client included. */
  readonly requests?: number;
  /** Why the step waits, and until when. */
  readonly wait?: {
    readonly reason: 'poll' | 'repeat' | 'retry';
    readonly until: number;
    readonly action?: string;
  };
  readonly beganAt?: number;
  readonly endedAt?: number;
}

/** Whether the step is at work, or waits. */
export function isRunning({ state }: StepProgress): boolean {
  return state === 'calling' || state === 'waiting';
}

/** What a service knows about an operation, or `undefined`. */
export type Describe = NonNullable<Service['describe']>;

/** An event of one step. */
export type StepEvent = Extract<RunEvent, { type: 'call' | 'answer' | 'wait' }>;

/** The steps after something happened in the run: those of a called workflow come, and go when it ends. */
export function nextSteps(
  steps: readonly StepProgress[],
  event: RunEvent,
  describe: Describe,
): readonly StepProgress[] {
  if (event.type === 'end') return steps.map((step) => afterEnd(step, event));
  if (event.type === 'enter') return steps.map((step) => afterEnter(step, event));
  if (event.type === 'leave')
    return steps
      .filter(({ depth = 0 }) => depth < event.depth)
      .map((step) => afterLeave(step, event));
  return withStep(steps, event).map((step) => nextProgress(step, event, describe));
}

/** Whether an event is one of this step. */
export function isOf(
  { stepId, workflowId, depth = 0 }: StepProgress,
  event: StepEvent,
): boolean {
  const isSameWorkflow = depth === 0 || workflowId === event.workflowId;
  return depth === event.depth && isSameWorkflow && stepId === event.stepId;
}

/** A step of a called workflow is shown from its first call on, below the step that called it. */
function withStep(
  steps: readonly StepProgress[],
  event: StepEvent,
): readonly StepProgress[] {
  if (event.depth === 0 || steps.some((step) => isOf(step, event))) return steps;
  const above = steps.findLastIndex(
    (step) => (step.depth ?? 0) === event.depth || isRunning(step),
  );
  const { stepId, workflowId, depth } = event;
  const operation = event.type === 'wait' ? '' : event.operation;
  const step = { stepId, workflowId, depth, operation, ...idle };
  return [...steps.slice(0, above + 1), step, ...steps.slice(above + 1)];
}

/** A step that has not begun. */
export const idle = { state: 'idle', calls: 0, attempt: 0 } as const;

/** The progress of a step after a step has gone on. */
function nextProgress(
  progress: StepProgress,
  event: StepEvent,
  describe: Describe,
): StepProgress {
  if ((progress.depth ?? 0) !== event.depth) return progress;
  if (!isOf(progress, event)) {
    return isRunning(progress) ? { ...withoutWait(progress), state: 'done' } : progress;
  }
  if (event.type === 'call') return afterCall(progress, event);
  if (event.type === 'answer') return afterAnswer(progress, event, describe);
  const { reason, until, action } = event;
  const wait = { reason, until, ...(action === undefined ? {} : { action }) };
  return { ...progress, state: 'waiting', wait };
}

/** The step that calls the workflow is at work as long as that runs. */
function afterEnter(
  progress: StepProgress,
  { at, workflowId, depth }: Extract<RunEvent, { type: 'enter' }>,
): StepProgress {
  const calls =
    (progress.depth ?? 0) === depth - 1 && progress.calledWorkflow === workflowId;
  if (!calls || progress.state === 'done') return progress;
  const count = { calls: progress.calls + 1, beganAt: progress.beganAt ?? at };
  return { ...withoutWait(progress), ...count, state: 'calling' };
}

function afterLeave(
  progress: StepProgress,
  { at, workflowId, output }: Extract<RunEvent, { type: 'leave' }>,
): StepProgress {
  const { calledWorkflow, state, status } = progress;
  const { status: ending } = output;
  if (calledWorkflow !== workflowId || state === 'idle') return progress;
  if (isRunning(progress)) {
    const next = ending === 'failed' ? 'failed' : 'done';
    return { ...progress, state: next, endedAt: at, status: ending };
  }
  // The workflow that goes on may be told before the one that has ended.
  return status === undefined ? { ...progress, status: ending } : progress;
}

function afterEnd(
  progress: StepProgress,
  { at, output }: Extract<RunEvent, { type: 'end' }>,
): StepProgress {
  if (!isRunning(progress)) return progress;
  const state = output.status === 'completed' ? 'done' : 'failed';
  return { ...withoutWait(progress), state, endedAt: at };
}

function afterCall(
  progress: StepProgress,
  { attempt, at }: Extract<RunEvent, { type: 'call' }>,
): StepProgress {
  return {
    ...withoutWait(progress),
    state: 'calling',
    calls: progress.calls + 1,
    attempt,
    beganAt: progress.beganAt ?? at,
  };
}

function afterAnswer(
  progress: StepProgress,
  { answer, at, transition, context, request }: Extract<RunEvent, { type: 'answer' }>,
  describe: Describe,
): StepProgress {
  const known = 'operation' in request ? describe(request.operation)?.status : undefined;
  const status = known === undefined ? undefined : valueAt(answer?.body, known.pointer);
  const goal = known?.succeeded[0];
  const failed = context.failure !== undefined || transition === undefined;
  return {
    ...progress,
    state: failed ? 'failed' : 'done',
    endedAt: at,
    ...(goal === undefined ? {} : { goal }),
    ...(answer === undefined
      ? {}
      : { statusCode: answer.statusCode, requests: answer.attempts ?? 1 }),
    ...(typeof status === 'string' ? { status } : {}),
  };
}

function withoutWait({ wait: _wait, ...progress }: StepProgress): StepProgress {
  return progress;
}
