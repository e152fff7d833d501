import type { Reply } from '../case.ts';
import { withValue } from '../solve/draft.ts';
import { statusOf } from './documented-cases.ts';
import type { FoundCase } from './found-case.ts';
import type { Inquiry } from './inquiry.ts';

const reason = 'the API asks to come back later';

/** The answer of an API that has been asked too often, unless a case is one. */
export function throttledCase(
  { spaceOf, question }: Inquiry,
  replies: readonly Reply[],
): readonly FoundCase[] {
  if (question.answerSchema !== undefined) return [awsThrottling(spaceOf(400))];
  if (replies.some((reply) => statusOf(reply) === 429)) return [];
  const space = spaceOf(429);
  const reply = space.toReply(space.start);
  return [{ plainName: '429', detail: 'throttled', kind: 'throttled', reason, reply }];
}

/** The services of AWS say it in the body of a 400. */
function awsThrottling(space: ReturnType<Inquiry['spaceOf']>): FoundCase {
  const body = { __type: 'ThrottlingException', message: 'Rate exceeded' };
  const reply = space.toReply(withValue(space.start, ['body'], body));
  return {
    plainName: 'ThrottlingException',
    detail: '',
    kind: 'throttled',
    reason,
    reply,
  };
}
