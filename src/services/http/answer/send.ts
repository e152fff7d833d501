import { OperationError } from '../../../diagnostics/index.ts';
import type { OperationErrorCode } from '../../../diagnostics/index.ts';
import type { HttpRequest } from '../build-request.ts';
import type { Deadline } from './deadline.ts';
import { NotSentError } from '../transport/transport.ts';
import type { Transport, WireAnswer } from '../transport/transport.ts';

/** One exchange with a server. */
export interface Exchange {
  readonly transport: Transport;
  readonly request: HttpRequest;
  /** Bytes that the body of the answer may have. */
  readonly maxBytes: number;
  readonly deadline: Deadline;
  /** Absent when nobody can withdraw it. */
  readonly signal?: AbortSignal;
  /** Gives, for messages, `GET https://api.example.com/pets`; without secrets. */
  readonly what: () => string;
}

/** Sends a request and reads what comes; rejects with an `OperationError` when nothing does. */
export async function send(exchange: Exchange): Promise<WireAnswer> {
  const { transport, request, maxBytes, deadline, signal, what } = exchange;
  if (isAborted(signal)) throw aborted(what(), signal?.reason);
  const { answer, cancel } = transport(request, maxBytes);
  let isLate = false;
  const end = deadline.begin(() => {
    isLate = true;
    cancel();
  });
  signal?.addEventListener('abort', cancel);
  try {
    return await answer;
  } catch (error) {
    cancel();
    if (isAborted(signal)) throw aborted(what(), error);
    if (error instanceof OperationError) throw error;
    throw isLate ? tooLate(what(), deadline, error) : toOperationError(error, what());
  } finally {
    end();
    signal?.removeEventListener('abort', cancel);
  }
}

/** A function, because the signal changes while the request is on its way. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted ?? false;
}

function aborted(what: string, cause: unknown): OperationError {
  return new OperationError('ABORTED', `${what} was aborted.`, { cause });
}

function tooLate(what: string, { timeout }: Deadline, cause: unknown): OperationError {
  return new OperationError('TIMEOUT', `${what} got no answer within ${timeout} ms.`, {
    cause,
  });
}

function toOperationError(error: unknown, what: string): OperationError {
  const reason = reasonOf(error);
  const isUnsent = error instanceof NotSentError || isUnsentCode(reason);
  const code: OperationErrorCode = isUnsent ? 'UNREACHABLE' : 'NO_ANSWER';
  const words = code === 'UNREACHABLE' ? 'reached nobody' : 'got no answer';
  return new OperationError(code, `${what} ${words}: ${reason}.`, { cause: error });
}

/** Ports of other protocols, to which `fetch` sends nothing. */
const blockedPort = 'fetch does not use this port';

/** `fetch` hides the code of the network's error one or two causes deep. */
function reasonOf(error: unknown): string {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    const { code } = current as { code?: unknown };
    if (typeof code === 'string') return code;
    if (current.message === 'bad port') return blockedPort;
    current =
      current.cause ??
      (current instanceof AggregateError ? current.errors[0] : undefined);
  }
  return error instanceof Error ? error.name : 'unknown error';
}

/** Errors of a connection that was never made, of names and certificates. */
function isUnsentCode(code: string): boolean {
  return (
    code === blockedPort ||
    /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/u.test(
      code,
    ) ||
    /CERT|ERR_TLS|ERR_SSL|UNABLE_TO_/u.test(code)
  );
}
