import { once } from 'node:events';
import { createServer } from 'node:https';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { findNodeModules } from '../../../../src/services/http/transport/node-modules.ts';
import { createNodeTransport } from '../../../../src/services/http/transport/node-transport.ts';
import { createDeadline } from '../../../../src/services/http/answer/deadline.ts';
import { send } from '../../../../src/services/http/answer/send.ts';
import { callAt, codeOf } from '../support/call-api.ts';
import { selfSigned } from './support/self-signed.ts';

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function startSecure(reply: RequestListener): Promise<string> {
  const server = createServer(selfSigned, reply);
  const port = await listen(server);
  onTestFinished(() => server.closeAllConnections());
  return `https://localhost:${port}`;
}

/** Only for the tests that are not about it. */
function trustAll(): void {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  vi.spyOn(process, 'emitWarning').mockReturnValue();
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('over TLS', () => {
  it.each([
    ['the client of Node', {}],
    ['fetch', { fetch: async (url: string, init: RequestInit) => fetch(url, init) }],
  ])(
    'nothing is sent to a server with a bad certificate, with %s',
    async (_name, options) => {
      const heard = vi.fn<RequestListener>();
      const url = await startSecure(heard);
      expect(await codeOf(callAt(url, { options }))).toBe('UNREACHABLE');
      expect(heard).not.toHaveBeenCalled();
    },
  );

  it('nothing is sent to a server that speaks without', async () => {
    const server = createTcpServer((socket) =>
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    );
    const url = `https://127.0.0.1:${await listen(server)}`;
    expect(await codeOf(callAt(url, {}))).toBe('UNREACHABLE');
  });

  it('requests go over one connection, and answers may be in Brotli', async () => {
    trustAll();
    const heard: IncomingHttpHeaders[] = [];
    const sockets = new Set<unknown>();
    const url = await startSecure(({ headers, socket }, response) => {
      heard.push(headers);
      sockets.add(socket);
      response.writeHead(200, { 'content-encoding': 'br' });
      response.end(brotliCompressSync('{"a":1}'));
    });
    expect(await callAt(url, {})).toMatchObject({ body: { a: 1 } });
    expect(await callAt(url, { route: 'POST /' })).toMatchObject({ body: { a: 1 } });
    expect(heard[0]?.['accept-encoding']).toBe('br, gzip, deflate');
    expect(sockets.size).toBe(1);
  });

  it('GET goes over a new connection when the kept one was closed', async () => {
    trustAll();
    const counts = new Map<unknown, number>();
    const url = await startSecure(({ socket }, response) => {
      const count = (counts.get(socket) ?? 0) + 1;
      counts.set(socket, count);
      if (counts.size === 1 && count === 2) socket.end();
      else response.end('{}');
    });
    await callAt(url, {});
    expect(await callAt(url, {})).toMatchObject({ statusCode: 200 });
    expect([...counts.values()]).toEqual([2, 1]);
  });

  it('a connection that nobody takes is given up, and nothing was sent', async () => {
    const url = new URL(`https://127.0.0.1:${await listen(createTcpServer(() => {}))}`);
    const modules = findNodeModules();
    if (modules === undefined) throw new Error('This is Node.');
    const exchange = send({
      transport: createNodeTransport(modules, { connectTimeout: 20 }),
      request: { method: 'GET', url, headers: {}, body: undefined },
      maxBytes: 1_000,
      deadline: createDeadline(5_000),
      what: () => 'GET',
    });
    expect(await codeOf(exchange)).toBe('UNREACHABLE');
  });
});
