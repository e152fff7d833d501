import type { HttpRequest } from '../build-request.ts';

/** An answer as it came over the wire; what its `Content-Encoding` did is undone. */
export interface WireAnswer {
  readonly statusCode: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** A request on its way. */
export interface Sending {
  readonly answer: Promise<WireAnswer>;
  /** Gives it up, the body of its answer included; then `answer` rejects. */
  readonly cancel: () => void;
}

/**
 * Sends a request and reads the answer to its end. Redirects are answers. A body of more than
 * `maxBytes` is none.
 */
export type Transport = (request: HttpRequest, maxBytes: number) => Sending;

/** Why a request was not sent: nobody was reached. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';
}
