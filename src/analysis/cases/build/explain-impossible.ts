import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import { evaluateCriterion, referencesOf } from '../../../expressions/index.ts';
import type { CriterionProgram, Expression } from '../../../expressions/index.ts';
import type { Gap } from '../question.ts';
import { solve } from '../solve/solve.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Inquiry } from './inquiry.ts';

/** Says which criteria keep every reply from taking a transition. */
export function explainImpossible(
  transition: TransitionConfig,
  inquiry: Inquiry,
): Pick<Gap, 'kind' | 'why'> {
  const own = inquiry.criteriaOf(transition);
  const isForSuccess = outcomeOf(transition) === 'success';
  if (!isForSuccess && own.length === 0 && inquiry.success.length === 0)
    return {
      kind: 'contradictory',
      why: 'without success criteria it is always a success',
    };
  const all = isForSuccess ? [...inquiry.success, ...own] : own;
  const culprit = all.find((program) => !isPossible([program], inquiry));
  if (culprit !== undefined) return explainCriterion(culprit, inquiry);
  const kind = 'contradictory';
  if (!isPossible(own, inquiry))
    return { kind, why: `its criteria exclude each other: ${textOf(own)}` };
  if (isForSuccess && !isPossible(inquiry.success, inquiry))
    return {
      kind,
      why: `the success criteria exclude each other: ${textOf(inquiry.success)}`,
    };
  const why = isForSuccess
    ? `${textOf(own)} excludes the success criteria: ${textOf(inquiry.success)}`
    : `${textOf(own) || 'it'} is only true of answers that are a success`;
  return { kind, why };
}

/** Whether some reply meets criteria, wherever it leads. */
function isPossible(programs: readonly CriterionProgram[], inquiry: Inquiry): boolean {
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

function explainCriterion(
  program: CriterionProgram,
  { question }: Inquiry,
): Pick<Gap, 'kind' | 'why'> {
  const { condition } = program;
  if (program.type === 'invalid')
    return {
      kind: 'contradictory',
      why: `the condition cannot be read: ${short(condition)}`,
    };
  const elsewhere = referencesOf(program).filter((each) =>
    isDecidedBefore(each, question.step.stepId),
  );
  if (elsewhere.length === 0)
    return { kind: 'contradictory', why: `no answer meets ${short(condition)}` };
  const names = [...new Set(elsewhere.map(({ text }) => text))].join(', ');
  return {
    kind: 'unsolved',
    why: `whether ${short(condition)} is met is decided before, by ${names}`,
  };
}

const before: ReadonlySet<Expression['kind']> = new Set([
  'inputs',
  'outputs',
  'all',
  'workflows',
  'request',
  'url',
  'method',
]);

function isDecidedBefore(expression: Expression, stepId: string): boolean {
  return expression.kind === 'steps'
    ? expression.stepId !== stepId
    : before.has(expression.kind);
}

function textOf(programs: readonly CriterionProgram[]): string {
  return programs.map(({ condition }) => short(condition)).join(' and ');
}

function short(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
