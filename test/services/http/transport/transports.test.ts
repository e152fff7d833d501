import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type {
  HttpServiceOptions,
  OperationAnswer,
} from '../../../../src/services/index.ts';
import { callApi, callAt, codeOf } from '../support/call-api.ts';
import type { ApiCall } from '../support/call-api.ts';
import type { Reply } from '../support/recording-server.ts';
import { startRawServer } from './support/start-raw-server.ts';

function twice(text: string): Buffer {
  return gzipSync(brotliCompressSync(text));
}

const transports: readonly (readonly [string, HttpServiceOptions])[] = [
  ['the client of Node', {}],
  ['fetch', { fetch: async (url, init) => globalThis.fetch(url, init) }],
];

describe.each(transports)('with %s', (_name, transport) => {
  const call = async (reply: Reply, rest: ApiCall = {}): Promise<OperationAnswer> => {
    const options = { ...transport, ...rest.options };
    const { answer } = await callApi({ ...rest, reply, options });
    return answer;
  };

  it('a redirect is an answer', async () => {
    const answer = await call((response) =>
      response.writeHead(307, { location: '/there' }).end('moved'),
    );
    expect(answer).toMatchObject({ statusCode: 307, body: 'moved' });
    expect(answer.headers).toMatchObject({ location: '/there' });
  });

  it.each([
    ['HEAD', 200],
    ['GET', 204],
    ['GET', 304],
  ])('the answer to %s with status %i has no body', async (method, status) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await call((response) => response.writeHead(status, headers).end(), {
      route: `${method} /`,
    });
    expect(answer).toMatchObject({ statusCode: status, body: undefined });
  });

  it('the first of several cookies counts, and other headers are joined', async () => {
    const server = await startRawServer((socket) =>
      socket.end(
        'HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-A: 1\r\nx-a: 2\r\nETag: "1"\r\nETag: "2"\r\n\r\n',
      ),
    );
    const { headers } = await callAt(server.url, { options: transport });
    expect(headers).toEqual({ 'set-cookie': 'a=1', 'x-a': '1, 2', etag: '"1", "2"' });
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['deflate, gzip', (text: string) => gzipSync(deflateSync(text))],
    ['unheard-of', (text: string) => Buffer.from(text)],
  ])('a body is decoded that is %s', async (encoding, encode) => {
    const headers = { 'content-type': 'text/plain', 'content-encoding': encoding };
    const answer = await call((response) =>
      response.writeHead(200, headers).end(encode('four words of text')),
    );
    expect(answer.body).toBe('four words of text');
  });

  it('a body that is not encoded as it says is no answer', async () => {
    const failed = call((response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
    );
    expect(await codeOf(failed)).toBe('NO_ANSWER');
  });

  const limited = { options: { maxResponseBytes: 2_000 } };

  it.each([
    ['plain', {}, Buffer.from('x'.repeat(2_001))],
    ['encoded', { 'content-encoding': 'gzip' }, gzipSync('x'.repeat(2_001))],
    ['encoded twice', { 'content-encoding': 'br, gzip' }, twice('x'.repeat(2_001))],
  ])('a body that is too large, %s, is no answer', async (_case, headers, body) => {
    const failed = call(
      (response) => response.writeHead(200, headers).end(body),
      limited,
    );
    expect(await codeOf(failed)).toBe('NO_ANSWER');
  });

  it.each(['identity', 'gzip'])(
    'a body without end, %s, is no answer',
    async (coding) => {
      const headers = { 'content-encoding': coding };
      const failed = call(
        (response) => response.writeHead(200, headers).write(randomBytes(10_000)),
        limited,
      );
      expect(await codeOf(failed)).toBe('NO_ANSWER');
    },
  );

  it('a body may be as large as it is allowed to be', async () => {
    const body = gzipSync('x'.repeat(2_000));
    const answer = await call(
      (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(body),
      limited,
    );
    expect(answer.body).toHaveLength(2_000);
  });

  it('a body that breaks off is no answer', async () => {
    const failed = call((response) => {
      response.writeHead(200, { 'content-length': 10 }).write('12345', () => {
        response.socket?.destroy();
      });
    });
    expect(await codeOf(failed)).toBe('NO_ANSWER');
  });

  it('a request is withdrawn while its answer is read', async () => {
    const controller = new AbortController();
    const failed = call(
      (response) => {
        response.writeHead(200).write('{', () => setImmediate(() => controller.abort()));
      },
      { signal: controller.signal },
    );
    expect(await codeOf(failed)).toBe('ABORTED');
  });

  it('the server hears that a request was withdrawn', async () => {
    const controller = new AbortController();
    const closed = new Promise((resolve) => {
      const failed = call(
        (response) => {
          response.on('close', resolve);
          controller.abort();
        },
        { signal: controller.signal },
      );
      failed.catch(() => {});
    });
    await expect(closed).resolves.toBeUndefined();
  });

  it('what is no HTTP is no answer', async () => {
    const server = await startRawServer((socket) =>
      socket.end('220 mail.test ESMTP\r\n'),
    );
    expect(await codeOf(callAt(server.url, { options: transport }))).toBe('NO_ANSWER');
  });

  it('another protocol is no answer', async () => {
    const server = await startRawServer((socket) =>
      socket.write('HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
    );
    expect(await codeOf(callAt(server.url, { options: transport }))).toBe('NO_ANSWER');
  });

  it('a header may have the name of a prototype', async () => {
    const answer = await call((response) => response.setHeader('__proto__', 'a').end());
    expect(Object.entries(answer.headers ?? {})).toContainEqual(['__proto__', 'a']);
  });

  it('what is said before an answer is none', async () => {
    const server = await startRawServer((socket) =>
      socket.end('HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 202 Yes\r\n\r\n'),
    );
    const { statusCode } = await callAt(server.url, { options: transport });
    expect(statusCode).toBe(202);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    '%s says how long its body is',
    async (method) => {
      const { sent } = await callApi({
        route: `${method} /`,
        requestBody: { contentType: 'text/plain', payload: 'é' },
        options: transport,
      });
      expect(sent).toMatchObject({ text: 'é', headers: { 'content-length': '2' } });
      expect(sent.headers['transfer-encoding']).toBeUndefined();
    },
  );

  it('POST without a body says so', async () => {
    const { sent } = await callApi({ route: 'POST /', options: transport });
    expect(sent.headers['content-length']).toBe('0');
  });

  it('an answer may be in what is asked for', async () => {
    const { sent } = await callApi({ options: transport });
    expect(sent.headers).toMatchObject({
      'accept-encoding': 'gzip, deflate',
      'user-agent': 'node',
    });
  });
});
