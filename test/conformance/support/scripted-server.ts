import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the server answers: a status, a response, `hang-up` for a connection that is closed, `silence`
 * for nothing at all.
 */
export type Answer = number | 'hang-up' | 'silence' | ScriptedResponse;

interface ScriptedResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent as JSON, unless it is a text and `headers` say what it is. */
  readonly body?: unknown;
}

/** A request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query: `/pets?id=5`. */
  readonly url: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server on loopback that answers from a script. */
export interface ScriptedServer {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** Resolves when all requests that were not answered have been given up, with their number. */
  readonly givenUp: () => Promise<number>;
  /** Resolves when a request is there that is not answered. */
  readonly silent: () => Promise<void>;
  close(): Promise<void>;
}

/** Starts a server; answers are given in their order, the last again and again. */
export async function startScriptedServer(
  answers: readonly Answer[],
): Promise<ScriptedServer> {
  const requests: RecordedRequest[] = [];
  const silences: (() => void)[] = [];
  const closed: Promise<void>[] = [];
  const beSilent = (response: ServerResponse): void => {
    closed.push(
      new Promise((resolve) => {
        response.on('close', resolve);
      }),
    );
    for (const tell of silences.splice(0)) tell();
  };
  const respond = async (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    requests.push(await record(request));
    const scripted = answers[Math.min(requests.length, answers.length) - 1] ?? 200;
    if (scripted === 'silence') beSilent(response);
    else answer(response, scripted);
  };
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    givenUp: async () => (await Promise.all(closed)).length,
    silent: () => new Promise((resolve) => silences.push(resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '' } = request;
  const [path = '', query = ''] = url.split('?');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return { method, url, path, query, headers, body: Buffer.concat(chunks).toString() };
}

function answer(response: ServerResponse, scripted: Exclude<Answer, 'silence'>): void {
  if (scripted === 'hang-up') {
    response.destroy();
    return;
  }
  const {
    status = 200,
    headers = {},
    body,
  } = typeof scripted === 'number' ? { status: scripted } : scripted;
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const isTyped = names.includes('content-type');
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, value);
  }
  if (body !== undefined && !isTyped) {
    response.setHeader('content-type', 'application/json');
  }
  response.end(toText(body, isTyped));
}

function toText(body: unknown, isTyped: boolean): string | undefined {
  if (body === undefined) return undefined;
  return isTyped && typeof body === 'string' ? body : JSON.stringify(body);
}
