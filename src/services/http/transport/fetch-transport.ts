import type { HttpRequest } from '../build-request.ts';
import { createBodyParts, tooLarge } from './body-parts.ts';
import type { Transport, WireAnswer } from './transport.ts';

/** A `fetch` as the platform has it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Sends requests with a `fetch`. */
export function createFetchTransport(fetch: Fetch): Transport {
  return (request, maxBytes) => {
    const controller = new AbortController();
    const { signal } = controller;
    // A `fetch` that somebody gives may not listen to its signal.
    const givenUp = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
    return {
      answer: Promise.race([exchange(fetch, request, { maxBytes, signal }), givenUp]),
      cancel: () => controller.abort(),
    };
  };
}

async function exchange(
  fetch: Fetch,
  { method, url, headers, body }: HttpRequest,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<WireAnswer> {
  const response = await fetch(url.href, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
    signal,
  });
  const bytes = await readBytes(response, maxBytes);
  return { statusCode: response.status, headers: headersOf(response), bytes };
}

/** `Set-Cookie` is the one header whose values cannot be joined; the first counts. */
function headersOf({ headers }: Response): Record<string, string> {
  const values = Object.fromEntries(headers);
  const [cookie] = headers.has('set-cookie') ? headers.getSetCookie() : [];
  return cookie === undefined ? values : { ...values, 'set-cookie': cookie };
}

/** With a reader, because the iterator of a stream takes three times as long. */
async function readBytes({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  const parts = createBodyParts(maxBytes);
  if (body === null) return parts.join();
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts.join();
    if (!parts.add(value)) throw tooLarge(maxBytes);
  }
}
