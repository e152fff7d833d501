import type { Json } from '../../../arazzo-import/document.ts';
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
    const own = numbered(valueIn(start, subject.keys), number);
    if (own === undefined) continue;
    const next = withValue(start, subject.keys, own);
    if (isAsGood(space, start, next)) start = next;
  }
  return { ...space, start };
}

function numbered(value: Json | undefined, number: number): Json | undefined {
  if (typeof value === 'number') return value + number - 1;
  return typeof value === 'string' ? numberedText(value, number) : undefined;
}

/** The last digits of a text, as many as can be counted on without making another kind of text of it. */
const lastDigits = /\d{1,6}(?=\D*$)/u;

function numberedText(text: string, number: number): string {
  if (!lastDigits.test(text)) return text.replace(/(?=@|$)/u, `-${number}`);
  return text.replace(lastDigits, (digits) =>
    String(Number(digits) + number - 1).padStart(digits.length, '0'),
  );
}
