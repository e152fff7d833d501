import { referencesOf } from '../../../expressions/index.ts';
import type { Expression } from '../../../expressions/index.ts';
import { earlierGoals, meetsGoal } from '../earlier-goals.ts';
import type { EarlierGoal } from '../earlier-goals.ts';
import type { Reply } from '../case.ts';
import type { Goal } from '../solve/goal.ts';
import { solve } from '../solve/solve.ts';
import { scopeOfReply } from '../spaces/scope-of-reply.ts';
import type { FoundCase } from './found-case.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Inquiry } from './inquiry.ts';

/** For so many transitions of later steps outputs are looked for that lead to them. */
const maxGoals = 20;

/**
 * A success for each transition of a later step to which no case so far leads, because it asks for
 * several outputs to be as it wants them at once, or for one to be as no transition before it wants it.
 */
export function jointCases(
  inquiry: Inquiry,
  replies: readonly Reply[],
): readonly FoundCase[] {
  const { definition, step, watched } = inquiry.question;
  if (watched.length === 0) return [];
  const isOwn = (each: Expression): boolean =>
    each.kind === 'steps' && each.stepId === step.stepId;
  const known = [...replies];
  return earlierGoals(definition, isOwn)
    .slice(0, maxGoals)
    .flatMap((goal) => {
      if (known.some((reply) => leadsTo(goal, reply, inquiry))) return [];
      const found = caseFor(goal, inquiry);
      if (found !== undefined) known.push(found.reply);
      return found ?? [];
    });
}

function leadsTo(goal: EarlierGoal, reply: Reply, { question }: Inquiry): boolean {
  const transition = question.select(reply);
  if (transition === undefined || outcomeOf(transition) !== 'success') return false;
  return meetsGoal(goal, scopeOfReply(question, reply));
}

function caseFor(goal: EarlierGoal, inquiry: Inquiry): FoundCase | undefined {
  const { kinds, literals, success } = inquiry;
  const solution = solve({
    kinds: kinds.filter(({ isGood }) => isGood),
    goals: () => [
      ...[...success, ...goal.wanted].map((program): Goal => ({
        kind: 'criterion',
        program,
        wanted: true,
      })),
      ...goal.avoided.map((programs): Goal => ({
        kind: 'any',
        goals: programs.map((program) => ({ kind: 'criterion', program, wanted: false })),
      })),
    ],
    literals,
    isWanted: (draft, space) => leadsTo(goal, space.toReply(draft), inquiry),
  });
  if (solution.kind === 'none') return undefined;
  const reply = solution.space.toReply(solution.draft);
  const values = describeOutputs(goal, reply, inquiry);
  return {
    plainName: values.map(({ short }) => short).join(' and '),
    detail: '',
    kind: 'output',
    reason: `${values.map(({ long }) => long).join(' and ')}, which later criteria ask for together`,
    reply,
  };
}

/** The outputs that a goal is about: those that it wants, or else those that it has to avoid. */
function describeOutputs(
  { wanted, avoided }: EarlierGoal,
  reply: Reply,
  { question }: Inquiry,
): readonly { readonly short: string; readonly long: string }[] {
  const { ownOutputs } = scopeOfReply(question, reply);
  const programs = wanted.length > 0 ? wanted : avoided.flat();
  const conditions = new Map<string, string>();
  for (const program of programs)
    for (const each of referencesOf(program))
      if ('name' in each && each.name !== undefined && !conditions.has(each.name))
        conditions.set(each.name, program.condition);
  return [...conditions].map(([name, condition]) => {
    const value = ownOutputs[name];
    if (value === undefined)
      return { short: `no ${name}`, long: `the output "${name}" is missing` };
    if (typeof value === 'object')
      return {
        short: `${name} ${condition}`,
        long: `the output "${name}" meets ${condition}`,
      };
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const short = typeof value === 'string' && value !== '' ? value : `${name} ${text}`;
    return { short, long: `the output "${name}" is ${text}` };
  });
}
