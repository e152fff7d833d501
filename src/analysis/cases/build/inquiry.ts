import type { TransitionConfig } from '../../../arazzo-import/compile/config.ts';
import type { CriterionProgram, Json } from '../../../expressions/index.ts';
import { hasSucceeded } from '../../../machines/outcome.ts';
import type { Question } from '../question.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import type { Draft } from '../solve/draft.ts';
import type { PlaceSubject } from '../solve/subject.ts';
import { byKey, remembered } from '../remembered.ts';
import { mentionsOf } from '../statuses/mentions-of.ts';
import { outcomeOf } from './outcome-of.ts';
import { literalsOf } from '../solve/literals-of.ts';
import { documentedStatuses, isGood, likelyStatuses } from '../spaces/likely-statuses.ts';
import { expectedReads } from '../spaces/expected-reads.ts';
import { handedOn } from '../spaces/handed-on.ts';
import { messageSpace } from '../spaces/message-space.ts';
import { responseSpace } from '../spaces/response-space.ts';
import { eventOf } from '../spaces/scope-of-reply.ts';
import { withOwnValues } from '../spaces/with-own-values.ts';
import { withReads } from '../spaces/with-reads.ts';
import { withSelections } from '../spaces/with-selections.ts';
import { workflowSpace } from '../spaces/workflow-space.ts';

/** A question with what is worked out for all of its cases. */
export interface Inquiry {
  readonly question: Question;
  readonly success: readonly CriterionProgram[];
  /** The criteria of a transition itself. */
  readonly criteriaOf: (transition: TransitionConfig) => readonly CriterionProgram[];
  /** Everything that criteria of the step compare with. */
  readonly literals: readonly Json[];
  /** The kinds of replies, good ones first. */
  readonly kinds: readonly ReplyKind[];
  /** Those that an API description has, as status codes. */
  readonly documented: readonly number[];
  readonly spaceOf: (status: number) => AnswerSpace;
  readonly succeeds: (draft: Draft, space: AnswerSpace) => boolean;
}

/** Replies of one kind: with one status code, for one. */
export interface ReplyKind {
  readonly isGood: boolean;
  readonly statusCode?: number;
  /** Made when it is first looked into. */
  readonly open: () => AnswerSpace;
}

/** Prepares a question. */
export function createInquiry(asked: Question): Inquiry {
  const question = { ...asked, select: remembered(asked.select) };
  const { definition, step, onDone, onError, operation } = question;
  const criteriaOf = (transition: TransitionConfig): readonly CriterionProgram[] =>
    definition.criteria(criteriaIn(transition));
  const success = definition.criteria(step.successCriteria);
  const programs = [...success, ...[...onDone, ...onError].flatMap(criteriaOf)];
  const responses = operation?.responses ?? [];
  const reads = expectedReads(definition, step);
  const named = namedPlaces(question, success);
  const prepared = (space: AnswerSpace): AnswerSpace => {
    const complete = withReads(space, [...reads.map(space.subjectOf), ...named]);
    return withSelections(
      withOwnValues(complete, handedOn(definition, step.stepId)),
      step,
    );
  };
  const spaceOf = byKey((status: number) => {
    const space = responseSpace(question, status);
    return isGood(status) ? prepared(space) : space;
  });
  return {
    question,
    success,
    criteriaOf,
    literals: programs.flatMap(literalsOf),
    kinds: kindsOf(question, prepared, () =>
      likelyStatuses(responses, programs).map((statusCode) => ({
        isGood: isGood(statusCode),
        statusCode,
        open: () => spaceOf(statusCode),
      })),
    ),
    documented: documentedStatuses(responses),
    spaceOf,
    succeeds: (draft, space) =>
      hasSucceeded(
        { definition },
        { event: eventOf(space.toReply(draft)) },
        step,
        space.scopeOf(draft),
      ),
  };
}

/** The places whose texts the criteria of a success name. */
function namedPlaces(
  { definition, step, onDone }: Question,
  success: readonly CriterionProgram[],
): readonly PlaceSubject[] {
  const { stepId, outputTemplates: outputs, channel } = step;
  const body = channel === undefined ? 'body' : 'payload';
  const actions = onDone
    .filter((transition) => outcomeOf(transition) === 'success')
    .flatMap((transition) => definition.criteria(criteriaIn(transition)));
  return [...success, ...actions]
    .flatMap((program) => mentionsOf(program, { stepId, outputs }))
    .map(({ keys }) => ({ kind: 'place', keys: [body, ...keys] }));
}

function criteriaIn({ guard }: TransitionConfig): Question['step']['successCriteria'] {
  return guard !== undefined && 'params' in guard && 'on' in guard.params
    ? guard.params.criteria
    : [];
}

function kindsOf(
  question: Question,
  prepared: (space: AnswerSpace) => AnswerSpace,
  responses: () => readonly ReplyKind[],
): readonly ReplyKind[] {
  const { step } = question;
  if (step.channel !== undefined)
    return [toKind(true, () => prepared(messageSpace(question)))];
  if (step.workflow === undefined) return responses();
  return [
    toKind(true, () => prepared(workflowSpace(question, 'completed'))),
    toKind(false, () => workflowSpace(question, 'ended')),
    toKind(false, () => workflowSpace(question, 'failed')),
  ];
}

function toKind(isOk: boolean, make: () => AnswerSpace): ReplyKind {
  const open = byKey(make);
  return { isGood: isOk, open: () => open(undefined) };
}
