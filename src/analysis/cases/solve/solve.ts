import type { Json } from '../../../expressions/index.ts';
import type { AnswerSpace } from './answer-space.ts';
import type { Draft } from './draft.ts';
import { surelyIn, withoutContradictions } from './goal.ts';
import type { Goal } from './goal.ts';
import { satisfyGoals } from './satisfy-goals.ts';
import type { Search } from './search.ts';

/** What is looked for. */
export interface Problem {
  /** The kinds of replies to look among, the likeliest first. */
  readonly kinds: readonly { readonly open: () => AnswerSpace }[];
  /** What a reply of a kind must reach. */
  readonly goals: (space: AnswerSpace) => readonly Goal[];
  /** Values that criteria of the step compare with. */
  readonly literals: readonly Json[];
  /** Has the last word: whether the machine does with the reply what it is made for. */
  readonly isWanted: (draft: Draft, space: AnswerSpace) => boolean;
}

/** What came of looking. */
export type Solution =
  | { readonly kind: 'found'; readonly draft: Draft; readonly space: AnswerSpace }
  | {
      readonly kind: 'none';
      /** What could not be done; empty when everything was tried that could make a difference. */
      readonly obstacles: readonly string[];
      /** Why the API never gives an answer that the criteria would accept. */
      readonly objection?: string;
    };

/** Tries in one kind of replies. */
const tries = 1000;

/** Tries after which it is remembered what was tried: most answers are found before. */
const easy = 20;

/** Looks for a reply that reaches goals and that the description of the API does not rule out. */
export function solve(problem: Problem): Solution {
  const obstacles = new Set<string>();
  let objection: string | undefined;
  for (const isStrict of [true, false]) {
    for (const { open } of problem.kinds) {
      const space = open();
      const goals = withoutContradictions(problem.goals(space));
      if (goals === undefined) continue;
      const search = searchIn({ space, goals, problem, isStrict, obstacles });
      for (const draft of satisfyGoals(goals, space.start, search)) {
        if (!problem.isWanted(draft, space)) continue;
        const objected = space.objectionTo(draft);
        if (objected === undefined) return { kind: 'found', draft, space };
        objection ??= objected;
        if (!isStrict) break;
      }
    }
    if (objection !== undefined) break;
  }
  return {
    kind: 'none',
    obstacles: [...obstacles],
    ...(objection === undefined ? {} : { objection }),
  };
}

interface Looking {
  readonly space: AnswerSpace;
  readonly goals: readonly Goal[];
  readonly problem: Problem;
  readonly isStrict: boolean;
  readonly obstacles: Set<string>;
}

function searchIn({ space, goals, problem, isStrict, obstacles }: Looking): Search {
  let left = tries;
  const met = new Set<string>();
  return {
    space,
    literals: problem.literals,
    goals: goals.flatMap(surelyIn),
    isStrict,
    spend: () => {
      left -= 1;
      if (left === 0) obstacles.add('there are too many possibilities');
      return left > 0;
    },
    isNew: (goalsLeft, draft) => {
      if (left > tries - easy) return true;
      const before = met.size;
      met.add(`${goalsLeft} ${JSON.stringify(draft)}`);
      return met.size > before;
    },
    giveUpOn: (what) => obstacles.add(what),
  };
}
