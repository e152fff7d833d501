import type { Draft } from './draft.ts';
import type { CriterionGoal } from './search.ts';

/** What an answer is made for. */
export type Goal =
  | CriterionGoal
  | { readonly kind: 'all' | 'any'; readonly goals: readonly Goal[] }
  /** Something that the answer has or has not, such as its status code. */
  | { readonly kind: 'given'; readonly isMet: (draft: Draft) => boolean };

/** The criteria that must hold, or not, whatever else does. */
export function surelyIn(goal: Goal): readonly CriterionGoal[] {
  if (goal.kind === 'criterion') return [goal];
  return goal.kind === 'all' || (goal.kind === 'any' && goal.goals.length === 1)
    ? goal.goals.flatMap(surelyIn)
    : [];
}
