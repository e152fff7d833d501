import type { Json, JsonObject } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import type { CalledOutput, Failure } from '../../../machines/types.ts';
import type { OperationAnswer } from '../../../services/service.ts';
import type { Question } from '../question.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import type { Draft } from '../solve/draft.ts';
import { createSpace } from './create-space.ts';

/** How a called workflow ends. */
export type CalledStatus = 'completed' | 'ended' | 'failed';

/** The ways in which a called workflow ends with a status. */
export function workflowSpace(question: Question, status: CalledStatus): AnswerSpace {
  const outputs: JsonObject = status === 'completed' ? outputsOf(question) : {};
  const keepsAnswer = 'keepsAnswer' in question.step.call;
  const answer = {
    statusCode: status === 'completed' ? 200 : 500,
    headers: {},
    body: {},
  };
  return createSpace(question, {
    name: status,
    layout: {
      outputs: ['outputs'],
      ...(keepsAnswer && {
        statusCode: ['answer', 'statusCode'],
        headers: ['answer', 'headers'],
        body: ['answer', 'body'],
      }),
    },
    start: { outputs, ...(keepsAnswer && { answer }) },
    schemasAt: () => [],
    toReply: (draft) => ({ output: toOutput(draft, status, question) }),
  });
}

/** A text for each output that the called workflow declares. */
function outputsOf({ definition, step }: Question): JsonObject {
  const called = definition.config.meta.workflows?.[step.workflow?.key ?? ''];
  const names = Object.keys(called?.meta.outputs ?? {});
  return Object.fromEntries(names.map((name) => [name, `${name}-1`]));
}

function toOutput(
  { outputs, answer }: Draft,
  status: CalledStatus,
  { context, step }: Question,
): CalledOutput {
  const { workflowId = '' } = step.workflow ?? {};
  return {
    status,
    outputs: isObject(outputs) ? outputs : {},
    ...(status === 'completed' ? {} : { failure: toFailure(workflowId, status) }),
    ...(answer === undefined
      ? {}
      : {
          run: {
            calls: context.calls + 1,
            created: context.created,
            workflows: context.workflows ?? {},
            lastCall: { request: undefined, answer: toAnswer(answer) },
          },
        }),
  };
}

function toFailure(workflowId: string, status: CalledStatus): Failure {
  const message = `Workflow "${workflowId}" ${status === 'ended' ? 'has ended early' : 'has failed'}.`;
  return { kind: 'criteria', message, notDone: [], leftBehind: [] };
}

function toAnswer(answer: Json): OperationAnswer {
  const { statusCode = 200, headers = {}, body } = isObject(answer) ? answer : {};
  return {
    statusCode: Number(statusCode),
    headers: headers as Readonly<Record<string, string>>,
    body,
  };
}
