import type { Reply } from '../case.ts';
import type { Question } from '../question.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import type { Draft } from '../solve/draft.ts';
import { remembered } from '../remembered.ts';
import { scopeOfReply } from './scope-of-reply.ts';
import { subjectOf } from './subject-of.ts';
import type { Layout } from './subject-of.ts';

/** What tells one space from another. */
export interface SpaceParts extends Pick<AnswerSpace, 'name' | 'start' | 'schemasAt'> {
  readonly layout: Layout;
  readonly objectionTo?: AnswerSpace['objectionTo'];
  readonly toReply: (draft: Draft) => Reply;
}

/** A space of replies to a question. What is made of a draft is made once. */
export function createSpace(
  question: Question,
  { layout, objectionTo = () => undefined, ...parts }: SpaceParts,
): AnswerSpace {
  const toReply = remembered(parts.toReply);
  const scopeOf = remembered((draft: Draft) => scopeOfReply(question, toReply(draft)));
  const { step } = question;
  return {
    ...parts,
    toReply,
    objectionTo,
    scopeOf,
    subjectOf: (expression) =>
      subjectOf(expression, { step, layout, scope: scopeOf(parts.start) }),
  };
}
