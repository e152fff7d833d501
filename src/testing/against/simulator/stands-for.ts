import type { Reply } from '../../../analysis/cases/case.ts';
import type { StatusKnowledge } from '../../../services/service.ts';
import { isGood, statusIn } from './to-wish.ts';

/** Why an answer is no substitute for the one that the path has. */
export type Difference =
  /** HealthLake does not take the request. */
  | { readonly kind: 'refused'; readonly words: string }
  /** It cannot be brought to answer as the path has it. */
  | { readonly kind: 'other'; readonly words: string };

/**
 * Whether a reply of HealthLake stands for the one that the path has; `undefined` when it does. One that
 * is well stands for another, if both show the same status or both one that is pending. One error stands
 * for another, and silence for silence.
 */
export function differenceOf(
  wanted: Reply,
  seen: Reply,
  knowledge: StatusKnowledge | undefined,
): Difference | undefined {
  if (!('answer' in wanted))
    return 'error' in seen ? undefined : other('HealthLake answers here.');
  if ('error' in seen) return silence(seen.error);
  if (!('answer' in seen)) return undefined;
  const [left, right] = [wanted.answer, seen.answer];
  if (isGood(left) !== isGood(right))
    return isGood(left) ? refused(right.error) : other('HealthLake finds nothing wrong.');
  if (!isGood(left)) return undefined;
  const [before, after] = [statusIn(left, knowledge), statusIn(right, knowledge)];
  if (before === after || before === undefined) return undefined;
  if (isPending(before, knowledge) && isPending(after, knowledge)) return undefined;
  return other(`HealthLake shows ${after ?? 'no status'} here, and not ${before}.`);
}

/** Whether a status is one in which a poll goes on. */
export function isPending(
  status: string | undefined,
  knowledge: StatusKnowledge | undefined,
): boolean {
  return status !== undefined && (knowledge?.pending.includes(status) ?? false);
}

function silence({ code, message }: { code: string; message: string }): Difference {
  return code === 'INVALID_REQUEST'
    ? { kind: 'refused', words: `The AWS SDK cannot send the request: ${message}` }
    : other(`To the AWS SDK this is no answer: ${message}`);
}

function refused(
  error: { readonly type: string; readonly message: string } | undefined,
): Difference {
  const { type = 'an error', message = '' } = error ?? {};
  return {
    kind: 'refused',
    words: `HealthLake refuses the request: ${type}: ${message}`,
  };
}

function other(words: string): Difference {
  return { kind: 'other', words };
}
