import type { Json, JsonObject } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import { rootNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { formatPointer } from '../../../expressions/index.ts';
import { findResponse } from '../../../openapi/index.ts';
import { toText } from '../../../expressions/templates/to-text.ts';
import type { OpenApiResponse } from '../../../openapi/index.ts';
import type { OperationAnswer } from '../../../services/service.ts';
import type { Question } from '../question.ts';
import { misfits } from '../sample/fits.ts';
import { isHuge } from '../sample/is-huge.ts';
import { sampleOf } from '../sample/sample-of.ts';
import { schemasAt } from '../sample/schema-at.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import type { Draft, Keys } from '../solve/draft.ts';
import { createSpace } from './create-space.ts';
import { describedBody } from './described-body.ts';
import type { DescribedBody } from './described-body.ts';
import { isGood } from './likely-statuses.ts';
import { sentRequest } from './sent-request.ts';

/** The answers with one status code, as the API description has them. */
export function responseSpace(question: Question, statusCode: number): AnswerSpace {
  const response = findResponse(question.operation?.responses ?? [], statusCode);
  const known = describedBody(
    response,
    isGood(statusCode) ? question.answerSchema : undefined,
  );
  const start = startOf(statusCode, response, known);
  const body = known?.node;
  const request = sentRequest(question);
  return createSpace(question, {
    name: String(statusCode),
    layout: { headers: ['headers'], body: ['body'] },
    start,
    schemasAt: (keys) => nodesAt(keys, response, body),
    objectionTo: (draft) => body && objectionTo(draft['body'], body),
    toReply: (draft) => ({
      answer: { ...toAnswer(draft, question), ...(request && { request }) },
    }),
  });
}

function startOf(
  statusCode: number,
  response: OpenApiResponse | undefined,
  known: DescribedBody | undefined,
): Draft {
  const headers = {
    ...headersOf(response),
    ...(known === undefined ? {} : { 'content-type': known.contentType }),
  };
  return { statusCode, headers, ...(known === undefined ? {} : { body: known.sample }) };
}

/** The headers that must be there. */
function headersOf(response: OpenApiResponse | undefined): JsonObject {
  const headers = Object.entries(response?.headers ?? {});
  return Object.fromEntries(
    headers
      .filter(([, { required }]) => required)
      .map(([name, { schema }]) => [name, toText(sampleOf(schema() ?? true, { name }))]),
  );
}

function nodesAt(
  keys: Keys,
  response: OpenApiResponse | undefined,
  body: SchemaNode | undefined,
): readonly SchemaNode[] {
  const [part, name, ...others] = keys;
  if (part === 'body') return body === undefined ? [] : schemasAt(body, keys.slice(1));
  if (part !== 'headers' || typeof name !== 'string' || others.length > 0) return [];
  const schema = response?.headers[name]?.schema();
  return schema === undefined ? [] : [rootNode(schema)];
}

function objectionTo(body: Json | undefined, node: SchemaNode): string | undefined {
  if (body === undefined || isHuge(node.root)) return undefined;
  const [first] = misfits(body, node);
  if (first === undefined) return undefined;
  return first.keys.length === 0
    ? first.text
    : `${formatPointer(first.keys)}: ${first.text}`;
}

function toAnswer(draft: Draft, { answerSchema }: Question): OperationAnswer {
  const { headers, body } = draft;
  const statusCode = Number(draft['statusCode']);
  const answer = { statusCode, headers: toTexts(headers), body };
  // The clients of AWS throw what is no success.
  if (answerSchema === undefined || statusCode < 400) return answer;
  const { __type: type = 'ServiceException', message = '' } = isObject(body) ? body : {};
  return { ...answer, error: { type: toText(type), message: toText(message) } };
}

function toTexts(headers: Json | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(isObject(headers) ? headers : {}).map(([name, value]) => [
      name,
      toText(value),
    ]),
  );
}
