import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

/** Answers a request; answers nothing when it does not end the response. */
export type Reply = (response: ServerResponse, request: RecordedRequest) => void;

export interface RecordingServer {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** How many connections were made. */
  readonly connections: () => number;
}

/**
 * Starts a server on loopback that remembers its requests and answers `{}` or what it is told. It
 * ends with the test.
 */
export async function startRecordingServer(reply: Reply = ok): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body, text: body.toString('utf8') };
      requests.push(request);
      reply(response, request);
    });
  });
  let connections = 0;
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${port}`, requests, connections: () => connections };
}

function ok(response: ServerResponse): void {
  sendJson(response, 200, {});
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
