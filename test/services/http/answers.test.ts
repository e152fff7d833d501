import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { OperationAnswer } from '../../../src/services/index.ts';
import { callApi, callAt, codeOf } from './support/call-api.ts';
import { startRecordingServer } from './support/recording-server.ts';

async function answerTo(
  body: string | Buffer,
  headers: Record<string, string | string[]> = {},
  status = 200,
): Promise<OperationAnswer> {
  const { answer } = await callApi({
    reply: (response) => response.writeHead(status, headers).end(body),
  });
  return answer;
}

describe('the body of an answer', () => {
  it.each([
    'application/json',
    'application/fhir+json; charset=utf-8',
    'application/x-amz-json-1.0',
  ])('is parsed when it is %s', async (type) => {
    expect((await answerTo('{"a":1}', { 'content-type': type })).body).toEqual({ a: 1 });
  });

  it.each([
    'application/xml',
    'text/plain',
    'text/html',
    'application/x-www-form-urlencoded',
  ])('is text when it is %s', async (type) => {
    expect((await answerTo('5', { 'content-type': type })).body).toBe('5');
  });

  it('without a type is JSON, or text', async () => {
    expect((await answerTo('{"a":1}')).body).toEqual({ a: 1 });
    expect((await answerTo('plain')).body).toBe('plain');
  });

  it('stays text when it only calls itself JSON, and that is told', async () => {
    const answer = await answerTo('<oops>', { 'content-type': 'application/json' }, 502);
    expect(answer).toMatchObject({ statusCode: 502, body: '<oops>' });
    expect(answer.error?.type).toBe('INVALID_JSON');
  });

  it('is base64 when it is no text', async () => {
    const bytes = Buffer.from([0, 255, 1]);
    expect((await answerTo(bytes, { 'content-type': 'image/png' })).body).toBe('AP8B');
    expect((await answerTo('text', { 'content-type': 'application/x-other' })).body).toBe(
      'text',
    );
  });

  it('is read in its charset', async () => {
    const type = { 'content-type': 'text/plain; charset="iso-8859-1"' };
    expect((await answerTo(Buffer.from([0xe9]), type)).body).toBe('é');
  });

  it('is nothing when there is none', async () => {
    expect((await answerTo('', {}, 204)).body).toBeUndefined();
  });
});

describe('an answer', () => {
  it('has its status, whatever it is, and names of headers in lower case', async () => {
    const answer = await answerTo(
      '{}',
      { 'X-Rate': '5', 'Set-Cookie': ['a=1', 'b=2'] },
      503,
    );
    expect(answer).toMatchObject({ statusCode: 503, attempts: 1 });
    expect(answer.headers).toMatchObject({ 'x-rate': '5', 'set-cookie': 'a=1' });
  });

  it('says what was sent', async () => {
    const { answer, sent } = await callApi({
      route: 'POST /pets',
      parameters: [{ name: 'a', in: 'query', value: 'b c' }],
    });
    expect(answer.request).toEqual({
      method: 'POST',
      url: `http://${sent.headers.host ?? ''}/pets?a=b%20c`,
    });
  });

  it('may be a redirect, which is not followed', async () => {
    const { answer, all } = await callApi({
      reply: (response) => response.writeHead(302, { Location: '/elsewhere' }).end(),
    });
    expect(answer).toMatchObject({
      statusCode: 302,
      headers: { location: '/elsewhere' },
    });
    expect(all).toHaveLength(1);
  });

  it('is asked for in the types of the description', async () => {
    const content = { 'application/fhir+json': {}, 'text/csv': {} };
    const { sent } = await callApi({ operation: { responses: { 200: { content } } } });
    expect(sent.headers.accept).toBe('application/fhir+json, text/csv, */*;q=0.5');
  });
});

function silent(): void {}

describe('no answer', () => {
  it('in time is a timeout', async () => {
    const call = callApi({ options: { timeout: 20 }, reply: silent });
    expect(await codeOf(call)).toBe('TIMEOUT');
  });

  it('in time is a timeout when the body does not end, too', async () => {
    const call = callApi({
      options: { timeout: 50 },
      reply: (response) => response.writeHead(200).write('{'),
    });
    expect(await codeOf(call)).toBe('TIMEOUT');
  });

  it('comes when the caller withdraws the request', async () => {
    const controller = new AbortController();
    const call = callApi({ signal: controller.signal, reply: () => controller.abort() });
    expect(await codeOf(call)).toBe('ABORTED');
    expect(await codeOf(callApi({ signal: AbortSignal.abort() }))).toBe('ABORTED');
  });

  it('comes from where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    expect(await codeOf(callAt(`http://127.0.0.1:${port}`, {}))).toBe('UNREACHABLE');
  });

  it('comes from a server that hangs up', async () => {
    const call = callApi({ reply: (response) => response.socket?.destroy() });
    expect(await codeOf(call)).toBe('NO_ANSWER');
  });

  it('is what an answer without end comes to', async () => {
    const call = callApi({
      options: { maxResponseBytes: 10 },
      reply: (response) => response.end('x'.repeat(11)),
    });
    expect(await codeOf(call)).toBe('NO_ANSWER');
  });

  it('names the operation', async () => {
    const call = callApi({ options: { timeout: 20 }, reply: silent });
    await expect(call).rejects.toMatchObject({
      name: 'OperationError',
      operationId: 'op',
    });
  });

  it('is told without the query', async () => {
    const parameters = [{ name: 'q', in: 'query' as const, value: 'hush' }];
    const call = callApi({ options: { timeout: 20 }, parameters, reply: silent });
    await expect(call).rejects.toThrow(/^(?!.*hush)/u);
  });

  it('is not asked for again', async () => {
    const server = await startRecordingServer((response) =>
      response.writeHead(503).end(),
    );
    await callAt(server.url, {});
    expect(server.requests).toHaveLength(1);
  });
});
