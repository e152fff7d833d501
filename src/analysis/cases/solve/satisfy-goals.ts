import { evaluateCriterion } from '../../../expressions/index.ts';
import type { Draft } from './draft.ts';
import type { Goal } from './goal.ts';
import { satisfyCriterion } from './satisfy-criterion.ts';
import type { Search } from './search.ts';

/** How often what one goal has broken is mended for another. */
const rounds = 2;

/** @yields drafts that reach all goals, made from one that may not; by the evaluator of the machine */
export function* satisfyGoals(
  goals: readonly Goal[],
  draft: Draft,
  search: Search,
  left: number = rounds,
): Generator<Draft> {
  for (const candidate of oneAfterTheOther(goals, draft, search)) {
    if (!search.spend()) return;
    if (goals.every((goal) => isReached(goal, candidate, search))) yield candidate;
    else if (left > 1) yield* satisfyGoals(goals, candidate, search, left - 1);
  }
}

function* oneAfterTheOther(
  goals: readonly Goal[],
  draft: Draft,
  search: Search,
): Generator<Draft> {
  const [first, ...others] = goals;
  // The same draft in another way leads to nothing new.
  if (!search.isNew(goals.length, draft)) return;
  if (first === undefined) {
    yield draft;
    return;
  }
  for (const next of satisfyGoal(first, draft, search))
    yield* oneAfterTheOther(others, next, search);
}

function* satisfyGoal(goal: Goal, draft: Draft, search: Search): Generator<Draft> {
  if (goal.kind === 'criterion') yield* satisfyCriterion(goal, draft, search);
  else if (goal.kind === 'given') {
    if (goal.isMet(draft)) yield draft;
  } else {
    const reached = goal.goals.find((each) => isReached(each, draft, search));
    if (reached !== undefined) yield draft;
    for (const each of goal.goals)
      if (each !== reached) yield* satisfyGoal(each, draft, search);
  }
}

function isReached(goal: Goal, draft: Draft, search: Search): boolean {
  if (goal.kind === 'given') return goal.isMet(draft);
  if (goal.kind === 'criterion')
    return evaluateCriterion(goal.program, search.space.scopeOf(draft)) === goal.wanted;
  return goal.goals.some((each) => isReached(each, draft, search));
}
