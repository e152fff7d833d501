import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server answers: a status, a response, or `hang-up` for a connection that is closed. */
export type Answer = number | 'hang-up' | ScriptedResponse;

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
  close(): Promise<void>;
}

/** Starts a server; answers are given in their order, the last again and again. */
export async function startScriptedServer(
  answers: readonly Answer[],
): Promise<ScriptedServer> {
  const requests: RecordedRequest[] = [];
  const respond = async (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    requests.push(await record(request));
    answer(response, answers[Math.min(requests.length, answers.length) - 1] ?? 200);
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

function answer(response: ServerResponse, scripted: Answer): void {
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
