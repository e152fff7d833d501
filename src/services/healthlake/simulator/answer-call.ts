import type { Account } from './account.ts';
import { toAnswer, toErrorAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { applyEffect } from './apply-effect.ts';
import { delay } from './delay.ts';
import type { Operation } from './operation.ts';
import { performOperation } from './perform-operation.ts';
import { toOperation } from './read-call.ts';
import type { Call } from './read-call.ts';
import { ServiceError } from './service-error.ts';

/**
 * The answer to a call, with the faults that are due.
 *
 * @throws ConnectionResetError
 * @throws DOMException `AbortError`
 */
export async function answerCall(
  account: Account,
  call: Call,
  signal: AbortSignal,
): Promise<Answer> {
  const { clock, accountId } = account.settings;
  try {
    const operation = toOperation(call);
    const disturbance = account.faults.disturb(operation);
    try {
      return applyEffect(disturbance.effect, {
        operation,
        accountId,
        perform: () => answerUndisturbed(account, operation, call.body),
      });
    } finally {
      // What was asked for is done already, whether or not somebody waits for the answer.
      if (disturbance.delay > 0) await delay(clock, disturbance.delay, signal);
    }
  } catch (error) {
    return answerError(account, error);
  }
}

function answerUndisturbed(
  account: Account,
  operation: Operation,
  body: unknown,
): Answer {
  try {
    return toAnswer(performOperation(account, operation, body));
  } catch (error) {
    return answerError(account, error);
  }
}

function answerError({ settings }: Account, error: unknown): Answer {
  if (error instanceof ServiceError) return toErrorAnswer(error, settings.statusFrom);
  throw error;
}
