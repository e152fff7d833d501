import { OperationError } from '../../../diagnostics/index.ts';
import type { OperationErrorCode } from '../../../diagnostics/index.ts';

/** A `fetch` as the platform has it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One exchange with a server. */
export interface Exchange<T> {
  readonly fetch: Fetch;
  /** Milliseconds for everything, the body of the answer included. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** For messages: `GET https://api.example.com/pets`; without secrets. */
  readonly what: string;
  readonly url: string;
  readonly init: RequestInit;
  /** Reads the response while the time runs. */
  readonly read: (response: Response) => Promise<T>;
}

/** A timer that is set for longer goes off at once. */
const longestTimer = 2 ** 31 - 1;

/** Sends a request and reads what comes; rejects with an `OperationError` when nothing does. */
export async function send<T>(exchange: Exchange<T>): Promise<T> {
  const { fetch, timeout, signal, what, url, init, read } = exchange;
  // One controller that listens is cheaper than AbortSignal.any, which keeps weak references.
  const call = new AbortController();
  let isLate = false;
  const withdraw = (): void => call.abort();
  const timer = setTimeout(
    () => {
      isLate = true;
      call.abort();
    },
    Math.min(timeout, longestTimer),
  );
  signal.addEventListener('abort', withdraw);
  try {
    signal.throwIfAborted();
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: call.signal,
    });
    return await read(response);
  } catch (error) {
    call.abort();
    if (signal.aborted)
      throw new OperationError('ABORTED', `${what} was aborted.`, { cause: error });
    if (error instanceof OperationError) throw error;
    throw isLate
      ? new OperationError('TIMEOUT', `${what} got no answer within ${timeout} ms.`, {
          cause: error,
        })
      : toOperationError(error, what);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', withdraw);
  }
}

function toOperationError(error: unknown, what: string): OperationError {
  const reason = reasonOf(error);
  const code: OperationErrorCode = isUnsent(reason) ? 'UNREACHABLE' : 'NO_ANSWER';
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
function isUnsent(code: string): boolean {
  return (
    code === blockedPort ||
    /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/u.test(
      code,
    ) ||
    /CERT|ERR_TLS|ERR_SSL|UNABLE_TO_/u.test(code)
  );
}
