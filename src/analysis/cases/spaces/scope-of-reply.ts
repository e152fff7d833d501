import { AnswerScope } from '../../../machines/answer-scope.ts';
import type { Reply } from '../case.ts';
import type { Question } from '../question.ts';

/** What the criteria of a step see when its call ends with a reply. */
export function scopeOfReply(
  { definition, context, step }: Question,
  reply: Reply,
): AnswerScope {
  return new AnswerScope({ definition, context, step, event: eventOf(reply) });
}

/** The event with which a call ends, as far as guards look at it. */
export function eventOf(reply: Reply): object {
  if ('error' in reply) return { type: 'xstate.error.actor', error: reply.error };
  const type = 'xstate.done.actor';
  if ('answer' in reply) return { type, output: reply.answer };
  return { type, output: 'message' in reply ? reply.message : reply.output };
}
