import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import type { Gap } from '../question.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import type { Draft } from '../solve/draft.ts';
import type { FoundCase } from './found-case.ts';
import { guardMatches } from './guard-matches.ts';
import type { Inquiry } from './inquiry.ts';
import { solveTransition } from './solve-transition.ts';
import { transitionName } from './transition-name.ts';

/** A case that was made in a space. */
export interface SolvedCase extends FoundCase {
  readonly transition: TransitionConfig;
  readonly draft: Draft;
  readonly space: AnswerSpace;
}

/** The cases of the transitions of actions and of the success without one, and what has none. */
export interface ActionCases {
  readonly actions: readonly SolvedCase[];
  readonly next: readonly SolvedCase[];
  readonly gaps: readonly Gap[];
}

/** A reply for each transition that an action owns or that a success takes without one. */
export function actionCases(inquiry: Inquiry): ActionCases {
  const solved: SolvedCase[] = [];
  const gaps: Gap[] = [];
  for (const transition of inquiry.question.onDone) {
    const { kind } = transition.meta ?? {};
    if (kind !== 'action' && kind !== 'next') continue;
    const solution = solveTransition(transition, inquiry);
    if (solution.kind === 'gap') gaps.push(solution.gap);
    else if (!solution.isAfterRetries || !isRepeated(transition, solved, inquiry))
      solved.push(toCase(transition, solution, inquiry));
  }
  return {
    actions: solved.filter(({ kind }) => kind === 'action'),
    next: solved.filter(({ kind }) => kind === 'next'),
    gaps,
  };
}

/** Whether a case that is there takes the transition when it is repeated often enough. */
function isRepeated(
  transition: TransitionConfig,
  solved: readonly SolvedCase[],
  inquiry: Inquiry,
): boolean {
  return solved.some(({ draft, space }) =>
    guardMatches(transition, draft, space, inquiry),
  );
}

function toCase(
  transition: TransitionConfig,
  { draft, space }: { readonly draft: Draft; readonly space: AnswerSpace },
  inquiry: Inquiry,
): SolvedCase {
  const { action } = transition.meta ?? {};
  return {
    plainName: transitionName(transition, { draft, space }, inquiry),
    detail: action ?? '',
    kind: action === undefined ? 'next' : 'action',
    reason: reasonFor(transition, inquiry),
    reply: space.toReply(draft),
    transition,
    draft,
    space,
  };
}

/** Why a reply that takes a transition matters. */
function reasonFor(
  transition: TransitionConfig,
  { criteriaOf, question }: Inquiry,
): string {
  const { action } = transition.meta ?? {};
  const conditions = criteriaOf(transition).map(({ condition }) => condition);
  const when = conditions.length === 0 ? '' : `: ${conditions.join(' and ')}`;
  if (action !== undefined) return `the action "${action}" is taken${when}`;
  return question.step.onSuccess.length === 0
    ? 'the step succeeds'
    : 'the step succeeds and no action is taken';
}
