import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { setupServer } from 'msw/node';

/** A request as it would have gone over the wire. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON is parsed, a form is an object; absent when there was none. */
  readonly body?: unknown;
}

/** What an operation answers, given the request and the parameters of its path. */
type Answer = (
  request: RecordedRequest,
  path: Readonly<Record<string, unknown>>,
) => Response;

/** By method and path as an OpenAPI description has them: `GET /pets/{petId}`. */
export type Answers = Readonly<Record<string, Answer>>;

/** An API in place of the network. */
export interface MockApi {
  readonly requests: readonly RecordedRequest[];
  close(): void;
}

/** Puts an API in place of the network; a request that it does not have is an error. */
export function mockApi(server: string, answers: Answers): MockApi {
  const requests: RecordedRequest[] = [];
  const handlers = Object.entries(answers).map(([operation, answer]) =>
    toHandler(server, operation, async (request, path) => {
      const recorded = await record(request);
      requests.push(recorded);
      return answer(recorded, path);
    }),
  );
  const network = setupServer(...handlers);
  network.listen({ onUnhandledRequest: 'error' });
  return { requests, close: () => network.close() };
}

/** An answer of JSON. */
export function json(body: object, init: ResponseInit = {}): Response {
  return HttpResponse.json(body, init);
}

function toHandler(
  server: string,
  operation: string,
  respond: (
    request: Request,
    path: Readonly<Record<string, unknown>>,
  ) => Promise<Response>,
): HttpHandler {
  const [method = '', path = ''] = operation.split(' ');
  const url = `${server}${path.replaceAll(/\{(\w+)\}/gu, ':$1')}`;
  const verb = method.toLowerCase() as 'get' | 'post' | 'patch';
  return http[verb](url, ({ request, params }) => respond(request, params));
}

async function record(request: Request): Promise<RecordedRequest> {
  const { method, url } = request;
  const headers = Object.fromEntries(request.headers);
  const text = await request.text();
  return { method, url, headers, ...(text === '' ? {} : { body: parse(text, headers) }) };
}

function parse(
  text: string,
  { 'content-type': type = '' }: RecordedRequest['headers'],
): unknown {
  if (type.includes('form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  return type.includes('json') ? (JSON.parse(text) as unknown) : text;
}
