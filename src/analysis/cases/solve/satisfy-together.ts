import type { Condition } from '../../../expressions/index.ts';
import type { Aim } from './aims.ts';
import type { Draft } from './draft.ts';
import type { Search } from './search.ts';

/** What it takes to reach several aims with one draft. */
export interface TogetherMaker<T> {
  readonly search: Search;
  readonly satisfy: (aim: Aim<T>, draft: Draft) => Iterable<Draft>;
  readonly isMet?: (condition: Condition<T>, draft: Draft) => boolean;
}

/** How far a search for aims that belong together may go, so that others get their turn. */
interface Turns {
  /** How often what was broken for one aim is mended for another. */
  readonly rounds: number;
  /** How many drafts may be wrong. */
  readonly misses: number;
}

/** @yields drafts in which all aims are reached: what one has broken is mended for another */
export function* satisfyTogether<T>(
  aims: readonly Aim<T>[],
  draft: Draft,
  maker: TogetherMaker<T>,
  { rounds, misses }: Turns = { rounds: 2, misses: 100 },
): Generator<Draft> {
  const { isMet, search } = maker;
  const isReached = ({ condition, wanted }: Aim<T>, next: Draft): boolean =>
    isMet === undefined || isMet(condition, next) === wanted;
  let left = misses;
  for (const next of oneAfterTheOther(aims, draft, maker)) {
    if (!search.spend()) return;
    if (aims.every((aim) => isReached(aim, next))) {
      yield next;
      continue;
    }
    left -= 1;
    if (left < 0) {
      search.giveUpOn('there are too many possibilities');
      return;
    }
    if (rounds > 1)
      yield* satisfyTogether(aims, next, maker, {
        rounds: rounds - 1,
        misses: left / 10,
      });
  }
}

function* oneAfterTheOther<T>(
  [first, ...others]: readonly Aim<T>[],
  draft: Draft,
  maker: TogetherMaker<T>,
): Generator<Draft> {
  if (first === undefined) yield draft;
  else
    for (const next of maker.satisfy(first, draft))
      yield* oneAfterTheOther(others, next, maker);
}
