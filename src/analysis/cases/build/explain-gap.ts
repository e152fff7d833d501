import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import type { Gap } from '../question.ts';
import { solve } from '../solve/solve.ts';
import type { Solution } from '../solve/solve.ts';
import { evaluateCriterion } from '../../../expressions/index.ts';
import { guardMatches } from './guard-matches.ts';
import type { Inquiry } from './inquiry.ts';

/** What came of looking for a reply. */
interface Attempts {
  /** That takes the transition and none before it. */
  readonly direct: Solution;
  /** For which its guard holds, whatever stands before it. */
  readonly alone: Solution;
}

/** Says why no reply takes a transition. */
export function explainGap(
  transition: TransitionConfig,
  inquiry: Inquiry,
  { direct, alone }: Attempts,
): Gap {
  if (alone.kind === 'found') return shadowed(transition, inquiry, direct, alone);
  const { obstacles, objection } = alone;
  const criteria = describe(transition, inquiry);
  if (objection !== undefined) {
    const why = `${criteria} asks for an answer that the API does not give: ${objection}`;
    return { transition, kind: 'contradictory', why };
  }
  if (obstacles.length > 0) {
    const why = `no answer was found for ${criteria}: ${obstacles.slice(0, 3).join(', ')}`;
    return { transition, kind: 'unsolved', why };
  }
  const { guard } = transition;
  if (guard !== undefined && 'params' in guard && 'on' in guard.params) {
    if (guard.params.retryLimit === 0)
      return { transition, kind: 'contradictory', why: 'its retryLimit is 0' };
  }
  const why = holdsAlone(transition, inquiry)
    ? `${criteria} holds only when ${outcomeText(transition)}`
    : `${criteria} holds for no answer`;
  return { transition, kind: 'contradictory', why };
}

function shadowed(
  transition: TransitionConfig,
  inquiry: Inquiry,
  direct: Solution,
  { draft, space }: Extract<Solution, { kind: 'found' }>,
): Gap {
  const { onDone } = inquiry.question;
  const catcher = onDone.find((each) => guardMatches(each, draft, space, inquiry));
  const name = nameOf(catcher);
  const obstacles = direct.kind === 'none' ? direct.obstacles : [];
  const objection = direct.kind === 'none' ? direct.objection : undefined;
  if (obstacles.length > 0 && catcher !== undefined && !alwaysMatches(catcher, inquiry)) {
    const why = `no answer was found that ${name} does not catch before: ${obstacles.slice(0, 3).join(', ')}`;
    return { transition, kind: 'unsolved', why };
  }
  const because =
    objection === undefined
      ? ''
      : `, since the API gives no other answers (${objection})`;
  const why = `${name} stands before it and always catches the answer${because}`;
  return { transition, kind: 'shadowed', why };
}

function alwaysMatches(transition: TransitionConfig, { criteriaOf }: Inquiry): boolean {
  return criteriaOf(transition).length === 0;
}

/** A transition for people: `the action "retry"`. */
export function nameOf(transition: TransitionConfig | undefined): string {
  const { kind, action } = transition?.meta ?? {};
  if (action !== undefined) return `the action "${action}"`;
  return kind === 'pending' ? 'the poll that goes on' : 'another transition';
}

function describe(transition: TransitionConfig, { criteriaOf }: Inquiry): string {
  const conditions = criteriaOf(transition).map(({ condition }) => condition);
  return conditions.length === 0 ? 'the transition' : conditions.join(' and ');
}

function outcomeText({ guard }: TransitionConfig): string {
  const isFailure =
    guard !== undefined &&
    'params' in guard &&
    'on' in guard.params &&
    guard.params.on === 'failure';
  return isFailure
    ? 'the step succeeds, and failure actions are for when it does not'
    : 'the success criteria do not';
}

/** Whether its criteria could hold if success criteria did not matter. */
function holdsAlone(transition: TransitionConfig, inquiry: Inquiry): boolean {
  const programs = inquiry.criteriaOf(transition);
  if (programs.length === 0) return true;
  const solution = solve({
    kinds: inquiry.kinds,
    goals: () =>
      programs.map((program) => ({ kind: 'criterion', program, wanted: true })),
    literals: inquiry.literals,
    isWanted: (draft, space) =>
      programs.every((program) => evaluateCriterion(program, space.scopeOf(draft))),
  });
  return solution.kind === 'found';
}
