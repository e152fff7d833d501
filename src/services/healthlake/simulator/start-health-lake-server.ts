import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ArazzoError } from '../../../diagnostics/index.ts';
import { ConnectionResetError } from './connection-reset-error.ts';
import type { HealthLakeSimulator } from './create-health-lake-simulator.ts';
import { readBody } from './read-body.ts';

/** What is served, and where. */
export interface HealthLakeServerOptions {
  readonly simulator: Pick<HealthLakeSimulator, 'handle'>;
  /** 0 takes any free port. @default 0 */
  readonly port?: number;
  /** An address of this machine's loopback interface. @default '127.0.0.1' */
  readonly host?: string;
}

/** A simulator that listens. */
export interface HealthLakeServer {
  /** The endpoint for a client: `http://127.0.0.1:49152`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and breaks the connections that are open. */
  close(): Promise<void>;
}

const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/;

/**
 * A HealthLake endpoint on this machine for clients in any language.
 *
 * @throws ArazzoError `NOT_LOOPBACK`: the simulator checks no signatures, so it listens to nobody else
 */
export async function startHealthLakeServer({
  simulator,
  port = 0,
  host = '127.0.0.1',
}: HealthLakeServerOptions): Promise<HealthLakeServer> {
  if (!loopback.test(host)) {
    throw new ArazzoError(
      'NOT_LOOPBACK',
      `The simulator listens on this machine only; "${host}" is not 127.0.0.1, ::1 or localhost.`,
    );
  }
  const server = createServer((incoming, outgoing) => {
    void serve(simulator, incoming, outgoing);
  });
  const address = await listen(server, port, host);
  const authority = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${authority}:${address.port}`,
    port: address.port,
    close: () => close(server),
  };
}

async function serve(
  simulator: Pick<HealthLakeSimulator, 'handle'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  try {
    const body = await readBody(incoming);
    if (body === undefined) return refuseTooLarge(outgoing);
    const response = await simulator.handle(toRequest(incoming, body, gone.signal));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  } catch (error) {
    if (error instanceof ConnectionResetError) incoming.socket.resetAndDestroy();
    else if (!outgoing.destroyed) outgoing.writeHead(500).end(String(error));
  }
}

function toRequest(
  { method = 'GET', url = '/', headers }: IncomingMessage,
  body: Buffer<ArrayBuffer>,
  signal: AbortSignal,
): Request {
  const withoutBody = method === 'GET' || method === 'HEAD';
  return new Request(new URL(url, 'http://localhost'), {
    method,
    headers: { 'x-amz-target': String(headers['x-amz-target'] ?? '') },
    body: withoutBody ? null : body,
    signal,
  });
}

function refuseTooLarge(outgoing: ServerResponse): void {
  outgoing.writeHead(413, { connection: 'close' }).end();
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
