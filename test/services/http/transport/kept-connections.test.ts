import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttpService } from '../../../../src/services/index.ts';
import type { OperationAnswer } from '../../../../src/services/index.ts';
import { codeOf } from '../support/call-api.ts';
import { startClosingServer } from './support/start-closing-server.ts';
import { answer, startRawServer } from './support/start-raw-server.ts';
import type { RawServer } from './support/start-raw-server.ts';

type Call = (method: string) => Promise<OperationAnswer>;

function callsTo(url: string): Call {
  const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE'];
  const operations = Object.fromEntries(methods.map((each) => [each, `${each} /`]));
  const service = createHttpService({ server: url, operations, timeout: 5_000 });
  const { signal } = new AbortController();
  return async (operationId) => {
    const operation = { source: 'api', operationId };
    return service.call({ operation, parameters: [], idempotencyToken: 't' }, { signal });
  };
}

function countRequests({ received }: RawServer): readonly number[] {
  return received.map((text) => text.match(/ HTTP\/1\.1\r\n/gu)?.length ?? 0);
}

/** So that a connection is not closed for its age. */
const patient = ['Keep-Alive: timeout=600'];

afterEach(() => vi.useRealTimers());

describe('a connection', () => {
  it('serves one request after the other', async () => {
    const server = await startRawServer((socket) => socket.write(answer()));
    const call = callsTo(server.url);
    for (const method of ['GET', 'POST', 'POST', 'DELETE', 'GET']) await call(method);
    expect(countRequests(server)).toEqual([5]);
  });

  it('is not kept when its server says that it closes it at once', async () => {
    const server = await startRawServer((socket) =>
      socket.write(answer('{}', ['Keep-Alive: timeout=1'])),
    );
    const call = callsTo(server.url);
    await call('GET');
    await call('GET');
    expect(countRequests(server)).toEqual([1, 1]);
  });

  it('is given up when the server says something unasked', async () => {
    const server = await startRawServer((socket, { connection }) => {
      socket.write(answer(`{"connection":${connection}}`, patient));
    });
    const call = callsTo(server.url);
    await call('GET');
    const [first] = server.sockets;
    first?.write('HTTP/1.1 408 Request Timeout\r\n\r\n');
    if (first !== undefined) await once(first, 'close');
    expect((await call('GET')).body).toEqual({ connection: 2 });
  });

  it('serves requests that change something also when the clock of a test stands still', async () => {
    const server = await startRawServer((socket) => socket.write(answer()));
    const call = callsTo(server.url);
    vi.useFakeTimers({ toFake: ['setImmediate', 'setTimeout', 'clearTimeout'] });
    await call('POST');
    await call('POST');
    expect(countRequests(server)).toEqual([2]);
  });

  it('is closed when the answer comes before the request was read', async () => {
    const server = await startRawServer((socket, { count }) => {
      if (count > 1) return;
      socket.pause();
      socket.write(answer('{"too":"much"}', patient));
    });
    const service = createHttpService({
      server: server.url,
      operations: { op: 'POST /' },
    });
    const { body } = await service.call(
      {
        operation: { source: 'api', operationId: 'op' },
        parameters: [],
        requestBody: { contentType: 'text/plain', payload: 'x'.repeat(20_000_000) },
        idempotencyToken: 't',
      },
      { signal: new AbortController().signal },
    );
    expect(body).toEqual({ too: 'much' });
    const [socket] = server.sockets;
    if (socket !== undefined) await once(socket.resume(), 'close');
  });
});

/** Hangs up on the second request of the first connection, like a server that had enough of it. */
async function startTiredServer(lastWords = ''): Promise<RawServer> {
  return startRawServer((socket, { connection, count }) => {
    if (connection === 1 && count === 2) socket.end(lastWords);
    else socket.write(answer(''));
  });
}

describe('a connection that was closed in between', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('is made anew for %s', async (method) => {
    const server = await startTiredServer();
    const call = callsTo(server.url);
    await call('GET');
    expect(await call(method)).toMatchObject({ statusCode: 200, attempts: 1 });
    expect(countRequests(server)).toEqual([2, 1]);
  });

  it.each(['POST', 'PUT', 'DELETE'])(
    'is the end of %s, which was sent',
    async (method) => {
      const server = await startTiredServer();
      const call = callsTo(server.url);
      await call('GET');
      expect(await codeOf(call(method))).toBe('NO_ANSWER');
      expect(countRequests(server)).toEqual([2]);
    },
  );

  it('is the end of GET when the answer has begun', async () => {
    const server = await startTiredServer('HTTP/1.1 200');
    const call = callsTo(server.url);
    await call('GET');
    expect(await codeOf(call('GET'))).toBe('NO_ANSWER');
    expect(countRequests(server)).toEqual([2]);
  });

  it('is made anew once', async () => {
    const server = await startRawServer((socket, { connection, count }) => {
      if (connection === 1 && count === 1) socket.write(answer());
      else socket.destroy();
    });
    const call = callsTo(server.url);
    await call('GET');
    expect(await codeOf(call('GET'))).toBe('NO_ANSWER');
    expect(countRequests(server)).toEqual([2, 1]);
  });

  it('is made anew for POST when nobody has heard of it yet, and nothing was sent', async () => {
    const server = await startClosingServer();
    const call = callsTo(server.url);
    await call('POST');
    server.closeAll();
    expect(await call('POST')).toMatchObject({ body: { connection: 2 } });
    expect(server.requests()).toBe(2);
  });

  it('is not made anew for who has withdrawn', async () => {
    const controller = new AbortController();
    const server = await startRawServer((socket, { count }) => {
      if (count === 1) socket.write(answer());
      else controller.abort();
    });
    const service = createHttpService({
      server: server.url,
      operations: { op: 'GET /' },
    });
    const request = {
      operation: { source: 'api', operationId: 'op' },
      parameters: [],
      idempotencyToken: 't',
    };
    await service.call(request, { signal: controller.signal });
    const second = service.call(request, { signal: controller.signal });
    expect(await codeOf(second)).toBe('ABORTED');
    await service.call(request, { signal: new AbortController().signal });
    expect(countRequests(server)).toEqual([2, 1]);
  });
});
