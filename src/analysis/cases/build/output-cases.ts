import type { Json } from '../../../arazzo-import/document.ts';
import { sameJson } from '../../../expressions/index.ts';
import { scopeOfReply } from '../spaces/scope-of-reply.ts';
import type { Reply } from '../case.ts';
import type { WatchedOutput } from '../question.ts';
import type { Goal } from '../solve/goal.ts';
import { solve } from '../solve/solve.ts';
import type { FoundCase } from './found-case.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Inquiry } from './inquiry.ts';
import { outputGoal } from './output-goal.ts';

/** A success for each value of an output that later criteria ask for and that no case has so far. */
export function outputCases(
  inquiry: Inquiry,
  replies: readonly Reply[],
): readonly FoundCase[] {
  return inquiry.question.watched.flatMap((output) =>
    output.values.flatMap((value) =>
      hasValue(inquiry, replies, output, value)
        ? []
        : (caseFor(inquiry, output.name, value) ?? []),
    ),
  );
}

function hasValue(
  { question }: Inquiry,
  replies: readonly Reply[],
  { name }: WatchedOutput,
  value: Json,
): boolean {
  return replies.some((reply) => {
    const transition = question.select(reply);
    if (transition === undefined || outcomeOf(transition) !== 'success') return false;
    return isAlike(scopeOfReply(question, reply).ownOutputs[name], value);
  });
}

function caseFor(inquiry: Inquiry, name: string, value: Json): FoundCase | undefined {
  const { question, kinds, literals, success } = inquiry;
  const solution = solve({
    kinds: kinds.filter(({ isGood }) => isGood),
    goals: () => [
      ...success.map((program): Goal => ({ kind: 'criterion', program, wanted: true })),
      outputGoal(question, { name, value }),
    ],
    literals,
    isWanted: (draft, space) => {
      const reply = space.toReply(draft);
      const transition = question.select(reply);
      if (transition === undefined || outcomeOf(transition) !== 'success') return false;
      return isAlike(scopeOfReply(question, reply).ownOutputs[name], value);
    },
  });
  if (solution.kind === 'none') return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return {
    plainName: typeof value === 'string' && value !== '' ? value : `${name} ${text}`,
    detail: name,
    kind: 'output',
    reason: `the output "${name}" is ${text}, which a later criterion asks for`,
    reply: solution.space.toReply(solution.draft),
  };
}

/** Simple conditions do not tell capitals from small letters, or a number from its text. */
function isAlike(actual: unknown, wanted: Json): boolean {
  if (actual === undefined) return false;
  return sameJson(actual, wanted) || plainText(actual) === plainText(wanted);
}

function plainText(value: unknown): string {
  return JSON.stringify(value)
    .toLowerCase()
    .replace(/^"(.*)"$/su, '$1');
}
