import { valueAt } from '../../machines/index.ts';
import type { RunEvent } from '../../machines/index.ts';
import type { Service } from '../../services/service.ts';

/** What a step is doing, for people who watch. */
export interface StepProgress {
  readonly stepId: string;
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

/** The progress of a step after something happened in the run. */
export function nextProgress(
  progress: StepProgress,
  event: RunEvent,
  service: Service,
): StepProgress {
  if (event.type === 'end') return afterEnd(progress, event);
  if (event.stepId !== progress.stepId) {
    return isRunning(progress) ? { ...withoutWait(progress), state: 'done' } : progress;
  }
  if (event.type === 'call') return afterCall(progress, event);
  if (event.type === 'answer') return afterAnswer(progress, event, service);
  const { reason, until, action } = event;
  const wait = { reason, until, ...(action === undefined ? {} : { action }) };
  return { ...progress, state: 'waiting', wait };
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
  service: Service,
): StepProgress {
  const known = service.describe?.(request.operation)?.status;
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
