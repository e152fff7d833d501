import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import type { Gap } from '../question.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import type { Draft } from '../solve/draft.ts';
import type { Goal } from '../solve/goal.ts';
import { solve } from '../solve/solve.ts';
import type { Solution } from '../solve/solve.ts';
import { explainGap } from './explain-gap.ts';
import { avoidance, goalsOf } from './goals-of.ts';
import { guardMatches, retryLimitOf } from './guard-matches.ts';
import type { Inquiry, ReplyKind } from './inquiry.ts';
import { kindsFor } from './kinds-for.ts';

/** A reply that takes a transition, or why there is none. */
export type TransitionSolution =
  | {
      readonly kind: 'found';
      readonly draft: Draft;
      readonly space: AnswerSpace;
      /** The machine takes it only when the retries before it are used up. */
      readonly isAfterRetries: boolean;
    }
  | { readonly kind: 'gap'; readonly gap: Gap };

/** Looks for a reply that takes a transition of the calling state. */
export function solveTransition(
  transition: TransitionConfig,
  inquiry: Inquiry,
): TransitionSolution {
  const { onDone, select } = inquiry.question;
  const earlier = onDone.slice(0, onDone.indexOf(transition));
  const matches = (draft: Draft, space: AnswerSpace): boolean =>
    guardMatches(transition, draft, space, inquiry);
  const direct = attempt(transition, inquiry, {
    avoid: avoidance(earlier, transition, inquiry),
    isWanted: (draft, space) => select(space.toReply(draft)) === transition,
  });
  if (direct.kind === 'found') return { ...direct, isAfterRetries: false };
  const lasting = earlier.filter((each) => retryLimitOf(each) === undefined);
  if (lasting.length < earlier.length || retryLimitOf(transition) !== undefined) {
    const later = attempt(transition, inquiry, {
      avoid: avoidance(lasting, transition, inquiry),
      isWanted: (draft, space) =>
        matches(draft, space) &&
        !lasting.some((each) => guardMatches(each, draft, space, inquiry)),
    });
    if (later.kind === 'found') return { ...later, isAfterRetries: true };
  }
  const alone = attempt(transition, inquiry, { avoid: [], isWanted: matches });
  const gap = explainGap(transition, inquiry, { direct, alone });
  return { kind: 'gap', gap };
}

interface Attempt {
  readonly avoid: readonly Goal[];
  readonly isWanted: (draft: Draft, space: AnswerSpace) => boolean;
}

/** The goals depend on the space, so that each kind of replies is a problem of its own. */
function attempt(
  transition: TransitionConfig,
  inquiry: Inquiry,
  { avoid, isWanted }: Attempt,
): Solution {
  const { literals } = inquiry;
  return solve({
    kinds: kindsFor(transition, inquiry).map(({ open }: ReplyKind) => ({ open })),
    goals: (space) => [...goalsOf(transition, space, inquiry), ...avoid],
    literals,
    isWanted,
  });
}
