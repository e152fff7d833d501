import { othersLike } from '../sample/others-like.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import { valueIn, withValue } from '../solve/draft.ts';
import { isAsGood } from './with-reads.ts';
import type { HandedOn } from './handed-on.ts';

/**
 * A space whose good example has, where others read it, what no other answer has in such a place. Members of
 * the same name would be the same otherwise, and nobody would see that a request has the id of another thing.
 */
export function withOwnValues(
  space: AnswerSpace,
  handedOn: readonly HandedOn[],
): AnswerSpace {
  let { start } = space;
  for (const { expression, number } of handedOn) {
    const subject = space.subjectOf(expression);
    if (subject.kind !== 'place' || subject.measure !== undefined) continue;
    for (const own of othersLike(valueIn(start, subject.keys), number)) {
      const next = withValue(start, subject.keys, own);
      if (!isAsGood(space, start, next)) continue;
      start = next;
      break;
    }
  }
  return { ...space, start };
}
