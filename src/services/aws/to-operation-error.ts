import { OperationError } from '../../diagnostics/index.ts';
import { findExchange } from './exchange.ts';
import { hideCredentials } from './hide-credentials.ts';
import type { AwsMetadata } from './to-answer.ts';

/** The call that failed. */
export interface FailedCall {
  readonly operationId: string;
  readonly signal: AbortSignal;
  /** The profile that the credentials were looked for in. */
  readonly profile?: string | undefined;
}

/** Why a call has no answer. Keeps the SDK's error as the cause. */
export function toOperationError(error: Error, call: FailedCall): OperationError {
  const { operationId, signal } = call;
  const options = { operationId, cause: error };
  if (signal.aborted || error.name === 'AbortError') {
    return new OperationError('ABORTED', `${operationId} was aborted.`, options);
  }
  if (unreachable.has(String((error as { code?: unknown }).code))) {
    return new OperationError(
      'UNREACHABLE',
      describeSilence(error, operationId),
      options,
    );
  }
  return wasSent(error)
    ? new OperationError('NO_ANSWER', describeSilence(error, operationId), options)
    : new OperationError('INVALID_REQUEST', describeRefusal(error, call), options);
}

/** An answer came that cannot be told as JSON: whatever the call does, it may have been done. */
export function toUnusableAnswer(cause: unknown, operationId: string): OperationError {
  const message = `The server answered ${operationId} with values that cannot be read.`;
  return new OperationError('NO_ANSWER', message, { operationId, cause });
}

/** Errors of a connection that was never made. */
const unreachable: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The first attempt may have got through when the second could not be sent. */
function wasSent(error: Error): boolean {
  return findExchange(error) !== undefined || attemptsOf(error) > 1;
}

function describeSilence(error: Error, operationId: string): string {
  const attempts = attemptsOf(error);
  const effort = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  const status = findExchange(error)?.response?.statusCode;
  if (status === undefined) {
    return `${operationId} got no answer in ${effort}: ${reasonOf(error)}.`;
  }
  return `The server answered ${operationId} with status ${status} and ${flawOf(error)} (${effort}).`;
}

/** What is wrong with a response; without the parser's words, which quote the body. */
function flawOf(error: Error): string {
  if (error instanceof SyntaxError) return 'something that is not JSON';
  // Only errors of the network have it: the body ended too early.
  if ('code' in error) return `a body that broke off (${String(error.code)})`;
  return `a body that does not fit the API's model (${error.name})`;
}

function describeRefusal(error: Error, { operationId, profile }: FailedCall): string {
  const start = `${operationId} was not sent:`;
  if (isAboutCredentials(error)) {
    const where = profile === undefined ? '' : ` for the profile "${profile}"`;
    return `${start} no usable AWS credentials were found${where} (${reasonOf(error)}). Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;
  }
  const hint =
    error.message === 'Region is missing' ? ' Set AWS_REGION, or give a region.' : '';
  return `${start} ${reasonOf(error)}.${hint}`;
}

function isAboutCredentials(error: Error): boolean {
  return /Credentials|Token/.test(error.name);
}

/** Some network errors have only a code. */
function reasonOf(error: Error): string {
  const { code } = error as { code?: unknown };
  const words = error.message || (typeof code === 'string' ? code : error.name);
  return hideCredentials(words).replace(/\.$/, '');
}

function attemptsOf(error: Error): number {
  return (error as { $metadata?: AwsMetadata }).$metadata?.attempts ?? 1;
}
