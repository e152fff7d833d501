import type { AnswerSpace } from '../solve/answer-space.ts';
import type { Draft } from '../solve/draft.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Inquiry } from './inquiry.ts';
import type { SolvedCase } from './action-cases.ts';

/** A draft and where it belongs. */
export interface PlacedDraft {
  readonly draft: Draft;
  readonly space: AnswerSpace;
}

/** A good reply that others can be made of; `undefined` when the step never succeeds. */
export function successStart(
  { kinds, succeeds }: Inquiry,
  solved: readonly SolvedCase[],
): PlacedDraft | undefined {
  const found = solved.find(({ transition }) => outcomeOf(transition) === 'success');
  if (found !== undefined) return found;
  for (const { isGood, open } of kinds) {
    if (!isGood) continue;
    const space = open();
    if (succeeds(space.start, space)) return { draft: space.start, space };
  }
  return undefined;
}
