import { sampleNode } from '../sample/sample-of.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import { valueIn, withValue } from '../solve/draft.ts';
import type { Draft } from '../solve/draft.ts';
import type { PlaceSubject, Subject } from '../solve/subject.ts';

/** A space whose good example has what others read of it, as far as the API may answer that. */
export function withReads(space: AnswerSpace, reads: readonly Subject[]): AnswerSpace {
  let { start } = space;
  for (const read of reads) {
    if (read.kind !== 'place' || valueIn(start, read.keys) !== undefined) continue;
    const next = withPlace(space, start, read);
    if (isAsGood(space, start, next)) start = next;
  }
  return { ...space, start };
}

function withPlace(
  { schemasAt }: AnswerSpace,
  draft: Draft,
  { keys, measure }: PlaceSubject,
): Draft {
  const [node] = schemasAt(keys);
  const name = keys.findLast((key) => typeof key === 'string') ?? 'text';
  const text = `${name}-1`;
  const made = measure === undefined ? text : [text];
  return withValue(draft, keys, node === undefined ? made : sampleNode(node, { name }));
}

/** Whether a draft is as good an answer as another one. */
export function isAsGood(space: AnswerSpace, before: Draft, after: Draft): boolean {
  return (
    space.objectionTo(after) === undefined || space.objectionTo(before) !== undefined
  );
}
