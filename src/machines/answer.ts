import { OperationError } from '../diagnostics/index.ts';
import type { OperationErrorCode } from '../diagnostics/index.ts';
import type { OperationAnswer } from '../services/service.ts';

/** The answer in an event; `undefined` when there was none. */
export function answerOf(event: object): OperationAnswer | undefined {
  return 'output' in event
    ? ((event.output as OperationAnswer | null) ?? undefined)
    : undefined;
}

/** Whether the request reached the server, or may have: without an answer nobody knows. */
export function wasSent(event: object): boolean {
  return !notSent.has(errorOf(event)?.type ?? '');
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
  if (!('error' in event)) return undefined;
  const { error } = event;
  if (error instanceof OperationError)
    return { type: error.code, message: error.message };
  if (error instanceof Error) return { type: error.name, message: error.message };
  return { type: 'Error', message: textOf(error) };
}

/** Whatever a service may throw that is no error. */
function textOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  return 'message' in thrown && typeof thrown.message === 'string'
    ? thrown.message
    : 'What was thrown is no error.';
}
