import { buildQueryString } from '@smithy/core/protocols';
import type { HttpRequest, HttpResponse } from '@smithy/core/protocols';

import type { AwsClient, AwsMiddleware } from './aws-client.ts';

/** What went over the wire for one result of the SDK. */
export interface Exchange {
  readonly request: HttpRequest;
  /** Absent when reading the response failed, or there was none. */
  readonly response?: HttpResponse;
}

/** Makes a client remember the exchange behind each of its outputs and errors. */
export function recordExchanges({ middlewareStack }: AwsClient): void {
  // Outermost in its step, so that it sees what became of the response; by name, so that a client
  // which serves two services has it once.
  middlewareStack.add(record, {
    name: 'arazzoExchange',
    step: 'deserialize',
    priority: 'high',
    override: true,
  });
}

/** The exchange that led to an output or an error; `undefined` when nothing was sent for it. */
export function findExchange(result: object): Exchange | undefined {
  return exchanges.get(result);
}

/** The method and the URL of a request. */
export function toSentRequest(request: HttpRequest): { method: string; url: string } {
  const { method, protocol, hostname, port, path, query } = request;
  const search = query === undefined ? '' : buildQueryString(query);
  const origin = `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
  return { method, url: `${origin}${path}${search === '' ? '' : `?${search}`}` };
}

/** Header names in lower case. */
export function toHeaders({ headers }: HttpResponse): Record<string, string> {
  const lower: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) lower[name.toLowerCase()] = value;
  return lower;
}

const exchanges = new WeakMap<object, Exchange>();

const record: AwsMiddleware = (next) => async (args) => {
  const request = args.request as HttpRequest;
  try {
    const result = await next(args);
    exchanges.set(result.output, { request, response: result.response as HttpResponse });
    return result;
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    exchanges.set(error, { request, ...responseOf(error) });
    throw error;
  }
};

function responseOf(error: Error): { response?: HttpResponse } {
  return '$response' in error ? { response: error.$response as HttpResponse } : {};
}
