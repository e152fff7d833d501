import { isObject } from '../arazzo-import/is-object.ts';
import { OperationError } from '../diagnostics/index.ts';
import type { OperationErrorCode } from '../diagnostics/index.ts';
import type { Message } from '../services/message-service.ts';
import type { OperationAnswer } from '../services/service.ts';
import type { StepDefinition } from './definition.ts';
import type { CalledOutput } from './types.ts';

type Called = Pick<StepDefinition, 'workflow' | 'channel'>;

/** Whether a call ended with an output of any kind. */
export function hasOutput(event: object): boolean {
  return outputOf(event) !== undefined;
}

/**
 * The answer in an event; `undefined` when there was none. For a step that calls a workflow it is
 * the last answer that the workflow got, when it was kept.
 */
export function answerOf(event: object, step: Called): OperationAnswer | undefined {
  if (step.channel !== undefined) return undefined;
  if (step.workflow !== undefined) return calledOutputOf(event)?.run?.lastCall?.answer;
  return outputOf(event) as OperationAnswer | undefined;
}

/**
 * How a called workflow has ended; `undefined` when it has not. An actor in the place of a workflow
 * has not completed it unless it says so.
 */
export function calledOutputOf(event: object): CalledOutput | undefined {
  const output = outputOf(event);
  if (output === undefined) return undefined;
  const said = isObject(output) ? (output as Partial<CalledOutput>) : {};
  return { status: 'failed', ...said, outputs: said.outputs ?? {} };
}

/** The message that a step has sent or received. */
export function messageOf(event: object, { channel }: Called): Message | undefined {
  return channel === undefined ? undefined : (outputOf(event) as Message | undefined);
}

function outputOf(event: object): unknown {
  return 'output' in event ? (event.output ?? undefined) : undefined;
}

/** Whether the request reached the server, or may have: without an answer nobody knows. */
export function wasSent(event: object): boolean {
  return !isUnsent(errorOf(event));
}

/** Whether an error says that the request never reached the server. */
export function isUnsent(error: { readonly type: string } | undefined): boolean {
  return notSent.has(error?.type ?? '');
}

const notSent: ReadonlySet<string> = new Set<OperationErrorCode>([
  'INVALID_REQUEST',
  'MISSING_SERVICE',
  'UNREACHABLE',
]);

/** Why there is no answer: the kind of the error, and what it says. */
export function errorOf(
  event: object,
): { readonly type: string; readonly message: string } | undefined {
  if (isTimeLimit(event)) {
    return { type: 'TIMEOUT', message: 'The step has reached its time limit.' };
  }
  if (!('error' in event)) return undefined;
  const { error } = event;
  if (error instanceof OperationError)
    return { type: error.code, message: error.message };
  if (error instanceof Error) return { type: error.name, message: error.message };
  return { type: 'Error', message: textOf(error) };
}

/** The time limit of a step that calls a workflow is an actor beside it. */
function isTimeLimit(event: object): boolean {
  return (
    'type' in event && typeof event.type === 'string' && event.type.endsWith('.timeLimit')
  );
}

/** Whatever a service may throw that is no error. */
function textOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  return 'message' in thrown && typeof thrown.message === 'string'
    ? thrown.message
    : 'What was thrown is no error.';
}
