import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import type { Reply } from '../case.ts';
import type { Gap } from '../question.ts';
import type { FoundCase } from './found-case.ts';
import type { Inquiry } from './inquiry.ts';
import { solveTransition } from './solve-transition.ts';

/** What takes transitions that no case has taken so far. */
export interface OtherCases {
  readonly cases: readonly FoundCase[];
  readonly gaps: readonly Gap[];
}

/**
 * Cases for the successes of a poll of which no action says what follows, where no status that is left
 * over shows that.
 */
export function unmatchedCases(inquiry: Inquiry, replies: readonly Reply[]): OtherCases {
  const { onDone, select } = inquiry.question;
  const taken = new Set(replies.map(select));
  const cases: FoundCase[] = [];
  const gaps: Gap[] = [];
  for (const transition of onDone) {
    const { kind } = transition.meta ?? {};
    const isOpen = kind === 'unmatched' || kind === 'pending';
    if (!isOpen || taken.has(transition)) continue;
    if (kind === 'pending' && inquiry.question.knowledge?.status === undefined) {
      gaps.push(gapOf(transition, 'the service does not say which statuses are moving'));
      continue;
    }
    const solution = solveTransition(transition, inquiry);
    if (solution.kind === 'gap') {
      const why = 'the actions name every status that is still moving';
      gaps.push(kind === 'pending' ? gapOf(transition, why) : solution.gap);
      continue;
    }
    const { draft, space } = solution;
    cases.push({
      plainName: kind === 'pending' ? 'pending' : `${space.name} unmatched`,
      detail: '',
      kind: 'next',
      reason:
        kind === 'pending'
          ? 'the service says that the status is still moving'
          : 'the step succeeds, and no action says what follows',
      reply: space.toReply(draft),
    });
  }
  return { cases, gaps };
}

function gapOf(transition: TransitionConfig, why: string): Gap {
  return { transition, kind: 'contradictory', why };
}
