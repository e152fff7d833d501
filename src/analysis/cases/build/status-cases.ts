import { enumeratedStatuses } from '../enumerated-statuses.ts';
import type { EnumeratedStatuses, UnnamedStatus } from '../enumerated-statuses.ts';
import { withValue } from '../solve/draft.ts';
import type { Draft } from '../solve/draft.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import type { FoundCase } from './found-case.ts';
import { successStart } from './success-start.ts';
import type { Inquiry } from './inquiry.ts';
import type { SolvedCase } from './action-cases.ts';

/** A case for each enumerated value of a status that no criterion of the step names. */
export function statusCases(
  inquiry: Inquiry,
  solved: readonly SolvedCase[],
): readonly FoundCase[] {
  const { question } = inquiry;
  if (question.step.operation === undefined) return [];
  const start = successStart(inquiry, solved);
  const found = start && findStatuses(inquiry);
  if (start === undefined || found === undefined) return [];
  return found.unnamed.map((status) => toCase(found, status, start));
}

function findStatuses(inquiry: Inquiry): EnumeratedStatuses | undefined {
  const { question, success, criteriaOf } = inquiry;
  const { step, onDone, onError, operation, answerSchema, knowledge } = question;
  const { stepId, outputTemplates: outputs } = step;
  const good = operation?.responses.find(({ status }) => status.startsWith('2'));
  const schema = good?.mediaTypes.find(({ contentType }) => /json/iu.test(contentType));
  return enumeratedStatuses({
    programs: [...success, ...[...onDone, ...onError].flatMap(criteriaOf)],
    schema: schema?.schema() ?? answerSchema,
    knowledge,
    own: { stepId, outputs },
    polls: onDone.some(
      ({ target, meta }) => target === 'waiting' && meta?.kind !== 'criteria',
    ),
  });
}

function toCase(
  { keys, named }: EnumeratedStatuses,
  { value, meaning }: UnnamedStatus,
  { draft, space }: { readonly draft: Draft; readonly space: AnswerSpace },
): FoundCase {
  const name = keys.findLast((key) => typeof key === 'string') ?? 'the body';
  const who = named.length === 0 ? 'no criterion' : 'no action';
  const known = meaning === undefined ? '' : ` (to the service it is ${meaning})`;
  const reply = space.toReply(withValue(draft, ['body', ...keys], value));
  return {
    plainName: value,
    detail: name,
    kind: 'status',
    reason: `${name} is ${value}, which ${who} names${known}`,
    reply,
  };
}
