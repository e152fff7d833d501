import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import { evaluateCriterion } from '../../../expressions/index.ts';
import type { CriterionProgram } from '../../../expressions/index.ts';
import { hasSucceeded } from '../../../machines/outcome.ts';
import { eventOf, scopeOfReply } from '../spaces/scope-of-reply.ts';
import type { Reply } from '../case.ts';
import type { Goal } from '../solve/goal.ts';
import { solve } from '../solve/solve.ts';
import type { FoundCase } from './found-case.ts';
import { avoidance, outcomeGoals } from './goals-of.ts';
import type { Inquiry } from './inquiry.ts';
import { kindsFor } from './kinds-for.ts';
import { outcomeOf } from './outcome-of.ts';

/** A reply for each criterion of an action that does not hold where those before it do, unless a case is like that. */
export function halfMetCases(
  inquiry: Inquiry,
  replies: readonly Reply[],
): readonly FoundCase[] {
  return inquiry.question.onDone.flatMap((transition) =>
    transition.meta?.kind === 'action'
      ? inquiry
          .criteriaOf(transition)
          .flatMap((_, index) => halfMet({ transition, index }, inquiry, replies))
      : [],
  );
}

/** A criterion of an action. */
interface Place {
  readonly transition: TransitionConfig;
  readonly index: number;
}

function halfMet(
  { transition, index }: Place,
  inquiry: Inquiry,
  replies: readonly Reply[],
): readonly FoundCase[] {
  const { question, literals } = inquiry;
  const before = inquiry.criteriaOf(transition).slice(0, index);
  const program = inquiry.criteriaOf(transition)[index];
  if (program === undefined) return [];
  const isMeant = (reply: Reply): boolean =>
    isTried(transition, reply, inquiry) && isHalf(before, program, reply, inquiry);
  if (replies.some(isMeant)) return [];
  const others = question.onDone.slice(0, question.onDone.indexOf(transition));
  const solution = solve({
    kinds: kindsFor(transition, inquiry),
    goals: (space) => [
      ...outcomeGoals(outcomeOf(transition), space, inquiry),
      ...before.map((each): Goal => ({
        kind: 'criterion',
        program: each,
        wanted: true,
      })),
      { kind: 'criterion', program, wanted: false },
      ...avoidance(others, transition, inquiry),
    ],
    literals,
    isWanted: (draft, space) => isMeant(space.toReply(draft)),
  });
  if (solution.kind === 'none') return [];
  return [
    {
      plainName: `not ${program.condition}`,
      detail: transition.meta?.action ?? '',
      kind: 'criteria',
      reason: `the criterion ${program.condition} of the action "${transition.meta?.action ?? ''}" does not hold`,
      reply: solution.space.toReply(solution.draft),
    },
  ];
}

/** Whether the machine looks at a transition before it takes one. */
function isTried(
  transition: TransitionConfig,
  reply: Reply,
  { question }: Inquiry,
): boolean {
  const { definition, step, onDone, select } = question;
  const taken = select(reply);
  const isAfter =
    taken === undefined || onDone.indexOf(taken) >= onDone.indexOf(transition);
  const event = eventOf(reply);
  const succeeded = hasSucceeded(
    { definition },
    { event },
    step,
    scopeOfReply(question, reply),
  );
  return isAfter && succeeded === (outcomeOf(transition) === 'success');
}

function isHalf(
  before: readonly CriterionProgram[],
  program: CriterionProgram,
  reply: Reply,
  { question }: Inquiry,
): boolean {
  const scope = scopeOfReply(question, reply);
  return (
    before.every((each) => evaluateCriterion(each, scope)) &&
    !evaluateCriterion(program, scope)
  );
}
