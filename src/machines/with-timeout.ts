import { OperationError } from '../diagnostics/index.ts';
import type { CallOptions } from '../services/service.ts';
import { longestTimer } from './clock.ts';
import type { clockOf } from './clock.ts';

/** What a call is made with. */
interface CallSetting {
  readonly signal: AbortSignal;
  readonly clock: ReturnType<typeof clockOf>;
}

/** Gives a call up in time, and when it is withdrawn, even when its service does not listen. */
export async function withTimeout<Answer>(
  call: (options: CallOptions) => Promise<Answer>,
  { stepId, timeout }: { readonly stepId: string; readonly timeout: number },
  { signal, clock }: CallSetting,
): Promise<Answer> {
  const late = new AbortController();
  const givenUp = new Promise<never>((_resolve, reject) => {
    const giveUp = (): void => reject(timedOut(stepId, timeout));
    late.signal.addEventListener('abort', giveUp);
    signal.addEventListener('abort', giveUp);
  });
  const timer = clock.setTimeout(() => late.abort(), Math.min(timeout, longestTimer));
  // Async, so that a service that throws at once rejects like any other.
  const made = async (): Promise<Answer> =>
    call({ signal: AbortSignal.any([signal, late.signal]) });
  try {
    return await Promise.race([givenUp, made()]);
  } finally {
    clock.clearTimeout(timer);
  }
}

function timedOut(stepId: string, timeout: number): OperationError {
  return new OperationError('TIMEOUT', `There was no answer within ${timeout} ms.`, {
    stepId,
  });
}
