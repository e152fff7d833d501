import { actionCases } from './build/action-cases.ts';
import { brokenCase } from './build/broken-case.ts';
import { calledCases } from './build/called-cases.ts';
import { criteriaCases } from './build/criteria-cases.ts';
import { documentedCases } from './build/documented-cases.ts';
import { nameCases } from './build/found-case.ts';
import type { FoundCase } from './build/found-case.ts';
import { halfMetCases } from './build/half-met-cases.ts';
import { createInquiry } from './build/inquiry.ts';
import type { Inquiry } from './build/inquiry.ts';
import { jointCases } from './build/joint-cases.ts';
import { noAnswerCase } from './build/no-answer-case.ts';
import { unmatchedCases } from './build/other-transitions.ts';
import { outputCases } from './build/output-cases.ts';
import { statusCases } from './build/status-cases.ts';
import { throttledCase } from './build/throttled-case.ts';
import type { Reply } from './case.ts';
import type { Answers, Question } from './question.ts';

/**
 * The answers to a call that matter to its step: one for each action and for the success without one,
 * one for each status that no criterion names, and those of services that fail. The same question has
 * the same cases.
 */
export function casesOf(question: Question): Answers {
  const inquiry = createInquiry(question);
  const { actions, next, gaps } = actionCases(inquiry);
  const solved = [...actions, ...next];
  const statuses = statusCases(inquiry, solved);
  const unmatched = unmatchedCases(inquiry, repliesOf([...solved, ...statuses]));
  const wanted = [...solved, ...unmatched.cases, ...statuses];
  const single = outputCases(inquiry, repliesOf(wanted));
  const joint = jointCases(inquiry, repliesOf([...wanted, ...single]));
  const outputs = [...single, ...joint];
  const criteria = criteriaCases(inquiry, solved);
  const noAnswer = noAnswerCase(inquiry);
  const found = [...wanted, ...outputs, ...criteria.cases];
  const failures = serviceCases(inquiry, found, () => brokenCase(inquiry, solved));
  const promised = failures.filter(({ kind }) => kind !== 'broken');
  const half = halfMetCases(inquiry, repliesOf([...found, ...promised]));
  const cases = nameCases([...found, ...failures, ...half, ...noAnswer.cases]);
  const taken = new Set(cases.map(({ reply }) => inquiry.question.select(reply)));
  const allGaps = [...gaps, ...unmatched.gaps, ...criteria.gaps, ...noAnswer.gaps];
  return { cases, gaps: allGaps.filter(({ transition }) => !taken.has(transition)) };
}

/** What services do beside what the document asks for. */
function serviceCases(
  inquiry: Inquiry,
  found: readonly FoundCase[],
  broken: () => readonly FoundCase[],
): readonly FoundCase[] {
  const { step } = inquiry.question;
  const replies = repliesOf(found);
  if (step.workflow !== undefined) return calledCases(inquiry, replies);
  if (step.channel !== undefined) return [];
  const throttled = throttledCase(inquiry, replies);
  const others = [...replies, ...repliesOf(throttled)];
  return [...documentedCases(inquiry, others), ...throttled, ...broken()];
}

function repliesOf(found: readonly { readonly reply: Reply }[]): readonly Reply[] {
  return found.map(({ reply }) => reply);
}
