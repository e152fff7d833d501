import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import type { Gap } from '../question.ts';
import type { Solution } from '../solve/solve.ts';
import { guardMatches, retryLimitOf } from './guard-matches.ts';
import { explainImpossible } from './explain-impossible.ts';
import type { Inquiry } from './inquiry.ts';

/** What came of looking for a reply. */
interface Attempts {
  /** That takes the transition and none before it. */
  readonly direct: Solution;
  /** For which its guard holds, whatever stands before it. */
  readonly alone: Solution;
}

/** How many obstacles are named. */
const most = 3;

/** Says why no reply takes a transition. */
export function explainGap(
  transition: TransitionConfig,
  inquiry: Inquiry,
  { direct, alone }: Attempts,
): Gap {
  if (alone.kind === 'found') return shadowed(transition, inquiry, direct, alone);
  if (retryLimitOf(transition) === 0)
    return { transition, kind: 'contradictory', why: 'its retryLimit is 0' };
  const { obstacles, objection } = alone;
  if (objection !== undefined) {
    const why = `the API description allows no such answer: ${objection}`;
    return { transition, kind: 'contradictory', why };
  }
  if (obstacles.length > 0) {
    const why = `no answer could be made for it: ${obstacles.slice(0, most).join(', ')}`;
    return { transition, kind: 'unsolved', why };
  }
  return { transition, ...explainImpossible(transition, inquiry) };
}

function shadowed(
  transition: TransitionConfig,
  inquiry: Inquiry,
  direct: Solution,
  { draft, space }: Extract<Solution, { kind: 'found' }>,
): Gap {
  const { obstacles = [], objection } = direct.kind === 'none' ? direct : {};
  const catcher = inquiry.question.onDone.find((each) =>
    guardMatches(each, draft, space, inquiry),
  );
  const always = catcher !== undefined && inquiry.criteriaOf(catcher).length === 0;
  if (obstacles.length > 0 && !always) {
    const why = `no answer could be made that ${nameOf(catcher)} does not take before: ${obstacles.slice(0, most).join(', ')}`;
    return { transition, kind: 'unsolved', why };
  }
  const others =
    objection === undefined
      ? ''
      : `; the API description allows no other answers: ${objection}`;
  const why = `${nameOf(catcher)} stands before it and takes every such answer${others}`;
  return { transition, kind: 'shadowed', why };
}

/** A transition for people: `the action "retry"`. */
export function nameOf(transition: TransitionConfig | undefined): string {
  const { kind, action } = transition?.meta ?? {};
  if (action !== undefined) return `the action "${action}"`;
  return kind === 'pending' ? 'the poll that goes on' : 'another transition';
}
