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

/** The progress of a step after something happened in the run. */
export function nextProgress(
  progress: StepProgress,
  event: RunEvent,
  service: Service,
): StepProgress {
  if (event.type === 'end') return progress;
  const leaves = progress.state === 'waiting' || progress.state === 'calling';
  if (event.stepId !== progress.stepId) {
    return leaves ? { ...withoutWait(progress), state: 'done' } : progress;
  }
  if (event.type === 'call') return afterCall(progress, event);
  if (event.type === 'answer') return afterAnswer(progress, event, service);
  const { reason, until, action } = event;
  const wait = { reason, until, ...(action === undefined ? {} : { action }) };
  return { ...progress, state: 'waiting', wait };
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
  const pointer = service.describe?.(request.operation)?.status?.pointer;
  const status = pointer === undefined ? undefined : valueAt(answer?.body, pointer);
  const failed = context.failure !== undefined || transition === undefined;
  return {
    ...progress,
    state: failed ? 'failed' : 'done',
    endedAt: at,
    ...(answer === undefined
      ? {}
      : { statusCode: answer.statusCode, requests: answer.attempts ?? 1 }),
    ...(typeof status === 'string' ? { status } : {}),
  };
}

function withoutWait({ wait: _wait, ...progress }: StepProgress): StepProgress {
  return progress;
}
