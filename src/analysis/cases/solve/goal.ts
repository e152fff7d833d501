import type { CriterionProgram } from '../../../expressions/index.ts';
import type { Draft } from './draft.ts';
import type { CriterionGoal } from './search.ts';

/** What an answer is made for. */
export type Goal =
  | CriterionGoal
  | { readonly kind: 'any'; readonly goals: readonly Goal[] }
  /** Something that the answer has or has not, such as its status code. */
  | { readonly kind: 'given'; readonly isMet: (draft: Draft) => boolean };

/** The criteria that must hold, or not, whatever else does. */
export function surelyIn(goal: Goal): readonly CriterionGoal[] {
  if (goal.kind === 'criterion') return [goal];
  return goal.kind === 'any' && goal.goals.length === 1
    ? goal.goals.flatMap(surelyIn)
    : [];
}

/**
 * The goals without alternatives that others rule out; `undefined` when nothing is left of one. It
 * spares the search what can be seen at once.
 */
export function withoutContradictions(
  goals: readonly Goal[],
): readonly Goal[] | undefined {
  const sure = goals.flatMap(surelyIn);
  const isRuledOut = (goal: Goal): boolean =>
    goal.kind === 'criterion' &&
    sure.some(
      (other) =>
        other !== goal &&
        other.wanted !== goal.wanted &&
        isSameCriterion(other.program, goal.program),
    );
  const left = goals.map((goal) =>
    goal.kind === 'any'
      ? { ...goal, goals: goal.goals.filter((each) => !isRuledOut(each)) }
      : goal,
  );
  const isHopeless = left.some(
    (goal) => isRuledOut(goal) || (goal.kind === 'any' && goal.goals.length === 0),
  );
  return isHopeless ? undefined : left;
}

function isSameCriterion(left: CriterionProgram, right: CriterionProgram): boolean {
  if (left === right) return true;
  return (
    left.type === right.type &&
    left.condition === right.condition &&
    contextOf(left) === contextOf(right)
  );
}

function contextOf(program: CriterionProgram): string {
  return 'context' in program ? program.context.text : '';
}
