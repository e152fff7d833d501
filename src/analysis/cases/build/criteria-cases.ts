import type { CriterionProgram } from '../../../expressions/index.ts';
import { evaluateCriterion } from '../../../expressions/index.ts';
import type { Gap } from '../question.ts';
import type { Goal } from '../solve/goal.ts';
import { solve } from '../solve/solve.ts';
import type { SolvedCase } from './action-cases.ts';
import type { FoundCase } from './found-case.ts';
import { brokenSuccess } from './broken-success.ts';
import { outcomeOf } from './outcome-of.ts';
import { guardMatches, retryLimitOf } from './guard-matches.ts';
import type { Inquiry, ReplyKind } from './inquiry.ts';
import { solveTransition } from './solve-transition.ts';

/** Criteria that are false where all others hold, at most: each takes a search through all of them. */
const maxFalse = 50;

/** What comes of success criteria that do not hold. */
export interface CriteriaCases {
  readonly cases: readonly FoundCase[];
  readonly gaps: readonly Gap[];
}

/**
 * Replies with which the success criteria do not hold: one that no failure action takes, and one for
 * each criterion about the body, up to a number, that is false where everything else is right.
 */
export function criteriaCases(
  inquiry: Inquiry,
  solved: readonly SolvedCase[],
): CriteriaCases {
  const failed = failedCase(inquiry, solved);
  const broken = inquiry.success
    .filter((program) => !isStatusTest(program))
    .slice(0, maxFalse)
    .flatMap((program) => oneFalse(program, inquiry, solved) ?? []);
  return { cases: [...failed.cases, ...broken], gaps: failed.gaps };
}

function failedCase(inquiry: Inquiry, solved: readonly SolvedCase[]): CriteriaCases {
  const { onDone } = inquiry.question;
  const transition = onDone.find(({ meta }) => meta?.kind === 'criteria');
  if (transition === undefined) return { cases: [], gaps: [] };
  const solution = solveTransition(transition, inquiry);
  if (solution.kind === 'gap') return { cases: [], gaps: [solution.gap] };
  const { draft, space, isAfterRetries } = solution;
  const isRepeated = solved.some(
    (each) =>
      outcomeOf(each.transition) === 'failure' &&
      retryLimitOf(each.transition) !== undefined &&
      guardMatches(transition, each.draft, each.space, inquiry),
  );
  if (isAfterRetries && isRepeated) return { cases: [], gaps: [] };
  const found: FoundCase = {
    plainName: space.name,
    detail: 'criteria',
    kind: 'criteria',
    reason: 'the success criteria do not hold',
    reply: space.toReply(draft),
  };
  return { cases: [found], gaps: [] };
}

/** A reply that is good but for one criterion; `undefined` when some case is such a reply already. */
function oneFalse(
  program: CriterionProgram,
  inquiry: Inquiry,
  solved: readonly SolvedCase[],
): FoundCase | undefined {
  const { success, kinds, literals, question } = inquiry;
  // Behind the first that is false none is looked at.
  const isFalse = ({ draft, space }: Pick<SolvedCase, 'draft' | 'space'>): boolean =>
    success.find((each) => !evaluateCriterion(each, space.scopeOf(draft))) === program;
  const good = kinds.filter(({ isGood }: ReplyKind) => isGood);
  const names = new Set(good.map(({ statusCode }) => String(statusCode)));
  if (solved.some((each) => names.has(each.space.name) && isFalse(each)))
    return undefined;
  const solution = solve({
    kinds: good,
    goals: () =>
      success.map((each): Goal => ({
        kind: 'criterion',
        program: each,
        wanted: each !== program,
      })),
    literals,
    isWanted: (draft, space) => question.select(space.toReply(draft)) !== undefined,
  });
  const found =
    solution.kind === 'none' ? brokenSuccess(program, inquiry, solved) : solution;
  if (found === undefined) return undefined;
  const { draft, space } = found;
  return {
    plainName: `not ${program.condition}`,
    detail: '',
    kind: 'criteria',
    reason: `the success criterion ${program.condition} does not hold`,
    reply: space.toReply(draft),
  };
}

/** What is about the status code alone is covered by other status codes. */
function isStatusTest(program: CriterionProgram): boolean {
  return (
    program.type === 'invalid' ||
    !/\$response|\$message|\$outputs|\$workflows/u.test(textOf(program))
  );
}

function textOf(program: CriterionProgram): string {
  return 'context' in program ? program.context.text : program.condition;
}
