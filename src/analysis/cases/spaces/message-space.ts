import type { Json } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import { rootNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import type { Question } from '../question.ts';
import { fits } from '../sample/fits.ts';
import { sampleOf } from '../sample/sample-of.ts';
import { schemasAt } from '../sample/schema-at.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import { createSpace } from './create-space.ts';

/** The messages that a step of a channel may send or receive. */
export function messageSpace(question: Question): AnswerSpace {
  const { answerSchema } = question;
  const node = answerSchema === undefined ? undefined : rootNode(answerSchema);
  const payload = answerSchema === undefined ? {} : sampleOf(answerSchema);
  return createSpace(question, {
    name: 'message',
    layout: { headers: ['headers'], body: ['payload'] },
    start: { headers: {}, payload },
    schemasAt: ([part, ...keys]) =>
      node !== undefined && part === 'payload' ? schemasAt(node, keys) : [],
    objectionTo: (draft) =>
      node === undefined || fits(draft['payload'] ?? null, node)
        ? undefined
        : 'the message is not as its schema says',
    toReply: (draft) => ({
      message: { headers: toRecord(draft['headers']), payload: draft['payload'] },
    }),
  });
}

function toRecord(headers: Json | undefined): Readonly<Record<string, unknown>> {
  return isObject(headers) ? headers : {};
}
