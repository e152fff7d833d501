import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import type { Goal } from '../solve/goal.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import type { Draft } from '../solve/draft.ts';
import type { Inquiry } from './inquiry.ts';
import { outcomeOf } from './outcome-of.ts';

/** What an answer must be like for the guard of a transition to hold. */
export function goalsOf(
  transition: TransitionConfig,
  space: AnswerSpace,
  inquiry: Inquiry,
): readonly Goal[] {
  return [
    ...outcomeGoals(outcomeOf(transition), space, inquiry),
    ...inquiry
      .criteriaOf(transition)
      .map((program): Goal => ({ kind: 'criterion', program, wanted: true })),
  ];
}

/** What an answer must be like for its step to succeed or to fail. */
export function outcomeGoals(
  outcome: ReturnType<typeof outcomeOf>,
  space: AnswerSpace,
  { success, succeeds }: Inquiry,
): readonly Goal[] {
  if (outcome === 'any') return [];
  const wanted = outcome === 'success';
  const criteria = success.map((program): Goal => ({
    kind: 'criterion',
    program,
    wanted,
  }));
  const isMet = (draft: Draft): boolean => succeeds(draft, space) === wanted;
  // Without criteria the status decides; it cannot be changed within a space.
  if (criteria.length === 0) return [{ kind: 'given', isMet }];
  return wanted
    ? criteria
    : [{ kind: 'any', goals: [{ kind: 'given', isMet }, ...criteria] }];
}

/** What an answer must be like for a transition that stands before not to catch it. */
export function avoidance(
  earlier: readonly TransitionConfig[],
  transition: TransitionConfig,
  { criteriaOf }: Inquiry,
): readonly Goal[] {
  const outcome = outcomeOf(transition);
  return earlier
    .filter((each) => each.meta?.kind === 'action' && outcomeOf(each) === outcome)
    .map((each): Goal => ({
      kind: 'any',
      goals: criteriaOf(each).map((program): Goal => ({
        kind: 'criterion',
        program,
        wanted: false,
      })),
    }));
}
