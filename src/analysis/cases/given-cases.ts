import type { Case } from './case.ts';
import type { Answers, Gap, Question } from './question.ts';
import type { GivenCases } from './given/given-case.ts';
import { mergeCases } from './given/merge-cases.ts';

export type { GivenCase, GivenCases, GivenProblem } from './given/given-case.ts';
export { mergeCases } from './given/merge-cases.ts';
export { parseGivenCases } from './given/parse-given-cases.ts';
export type { ParsedGivenCases } from './given/parse-given-cases.ts';

/** What is wrong with the cases that were given for a step. */
export type ReportGiven = (problem: {
  readonly workflowId: string;
  readonly stepId: string;
  readonly message: string;
}) => void;

/**
 * Gives you the cases of calls with those of the user among them: what finds the others is passed in.
 * A gap that a given case fills is no gap any more.
 */
export function withGivenCases(
  answersOf: (question: Question) => Answers,
  given: GivenCases,
  report: ReportGiven = () => undefined,
): (question: Question) => Answers {
  return (question) => {
    const answers = answersOf(question);
    const { workflowId } = question.definition.config.meta;
    const { stepId } = question.step;
    const own = Object.hasOwn(given, workflowId) ? given[workflowId]?.steps : undefined;
    const wanted =
      own !== undefined && Object.hasOwn(own, stepId) ? own[stepId] : undefined;
    if (wanted === undefined) return answers;
    const { cases, problems } = mergeCases(answers.cases, wanted);
    for (const message of problems) report({ workflowId, stepId, message });
    const taken = new Set(cases.map(({ reply }) => question.select(reply)));
    const gaps = [...answers.gaps, ...leftOut(question, answers, cases)];
    return { cases, gaps: gaps.filter(({ transition }) => !taken.has(transition)) };
  };
}

/** The transitions of cases that the user does not want. */
function leftOut(
  { select }: Question,
  { cases: all }: Answers,
  kept: readonly Case[],
): readonly Gap[] {
  const others = all.filter((each) => !kept.includes(each));
  return others.flatMap(({ name, reply }) => {
    const transition = select(reply);
    const why = `the case "${name}", which takes it, was left out or replaced`;
    return transition === undefined ? [] : [{ transition, kind: 'unsolved', why }];
  });
}
