import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import { evaluateCriterion } from '../../../expressions/index.ts';
import type { ReplyError } from '../case.ts';
import type { Gap } from '../question.ts';
import { scopeOfReply } from '../spaces/scope-of-reply.ts';
import type { FoundCase } from './found-case.ts';
import { nameOf } from './explain-gap.ts';
import { retryLimitOf } from './guard-matches.ts';
import type { Inquiry } from './inquiry.ts';

/** A call that has no answer, and the transitions that are not taken then. */
export function noAnswerCase(inquiry: Inquiry): {
  readonly cases: readonly FoundCase[];
  readonly gaps: readonly Gap[];
} {
  const { question } = inquiry;
  if (question.onError.length === 0) return { cases: [], gaps: [] };
  const { name, error } = describe(question.step);
  const reply = { error };
  const found: FoundCase = {
    plainName: name,
    detail: '',
    kind: 'no-answer',
    reason: error.message,
    reply,
  };
  return { cases: [found], gaps: errorGaps(inquiry, reply) };
}

function describe({ channel, call }: Inquiry['question']['step']): {
  readonly name: string;
  readonly error: ReplyError;
} {
  if (channel === undefined) {
    const message = 'There is no answer.';
    return { name: 'no answer', error: { code: 'NO_ANSWER', message } };
  }
  if ('action' in call && call.action === 'send') {
    const message = 'The message could not be sent.';
    return { name: 'not sent', error: { code: 'NO_ANSWER', message } };
  }
  const message = 'No message has come in time.';
  return { name: 'no message', error: { code: 'TIMEOUT', message } };
}

/** Without an answer, criteria see only what was there before; retries may be used up. */
function errorGaps(
  inquiry: Inquiry,
  reply: { readonly error: ReplyError },
): readonly Gap[] {
  const { question, criteriaOf } = inquiry;
  const scope = scopeOfReply(question, reply);
  const holds = (transition: TransitionConfig): boolean =>
    criteriaOf(transition).every((program) => evaluateCriterion(program, scope));
  return question.onError.flatMap((transition, index): readonly Gap[] => {
    if (!holds(transition)) {
      const why = 'without an answer its criteria do not hold';
      return [{ transition, kind: 'contradictory', why }];
    }
    if (retryLimitOf(transition) === 0)
      return [{ transition, kind: 'contradictory', why: 'its retryLimit is 0' }];
    const before = question.onError
      .slice(0, index)
      .find((each) => retryLimitOf(each) === undefined && holds(each));
    if (before === undefined) return [];
    const why = `${nameOf(before)} stands before it and takes every call without an answer`;
    return [{ transition, kind: 'shadowed', why }];
  });
}
