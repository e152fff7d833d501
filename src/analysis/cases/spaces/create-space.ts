import type { Scope } from '../../../expressions/index.ts';
import type { Reply } from '../case.ts';
import type { Question } from '../question.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import type { Draft } from '../solve/draft.ts';
import { scopeOfReply } from './scope-of-reply.ts';
import { subjectOf } from './subject-of.ts';
import type { Layout } from './subject-of.ts';

/** What tells one space from another. */
export interface SpaceParts extends Pick<AnswerSpace, 'name' | 'start' | 'schemasAt'> {
  readonly layout: Layout;
  readonly objectionTo?: AnswerSpace['objectionTo'];
  readonly toReply: (draft: Draft) => Reply;
}

/** A space of replies to a question. What criteria see of a draft is put together once. */
export function createSpace(
  question: Question,
  { layout, objectionTo = () => undefined, ...parts }: SpaceParts,
): AnswerSpace {
  const scopes = new WeakMap<Draft, Scope>();
  const scopeOf = (draft: Draft): Scope => {
    const known = scopes.get(draft) ?? scopeOfReply(question, parts.toReply(draft));
    scopes.set(draft, known);
    return known;
  };
  const { step } = question;
  return {
    ...parts,
    objectionTo,
    scopeOf,
    subjectOf: (expression) =>
      subjectOf(expression, { step, layout, scope: scopeOf(parts.start) }),
  };
}
