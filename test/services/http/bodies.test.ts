import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/openapi/json.ts';
import { callApi, codeOf } from './support/call-api.ts';
import type { RecordedRequest } from './support/recording-server.ts';

interface Body {
  readonly contentType?: string;
  readonly content?: JsonObject;
}

async function sendBody(
  payload: unknown,
  { contentType, content }: Body = {},
): Promise<RecordedRequest> {
  const { sent } = await callApi({
    route: 'POST /',
    ...(content === undefined ? {} : { operation: { requestBody: { content } } }),
    requestBody: { payload, ...(contentType === undefined ? {} : { contentType }) },
  });
  return sent;
}

describe('JSON bodies', () => {
  it.each([
    [{ a: 1 }, '{"a":1}'],
    [[1], '[1]'],
    [5, '5'],
    [null, 'null'],
    ['{"a": 1}', '{"a": 1}'],
    ['text', '"text"'],
  ])('%j is sent as %s', async (payload, text) => {
    const sent = await sendBody(payload, { contentType: 'application/json' });
    expect(sent.text).toBe(text);
    expect(sent.headers['content-type']).toBe('application/json');
  });

  it.each([
    'application/fhir+json',
    'application/x-amz-json-1.0',
    'application/json; v=1',
  ])('may call themselves %s', async (contentType) => {
    const sent = await sendBody({ a: 1 }, { contentType });
    expect([sent.headers['content-type'], sent.text]).toEqual([contentType, '{"a":1}']);
  });

  it('are refused when a template left something that is no JSON', async () => {
    expect(await codeOf(sendBody('{"a": }', { contentType: 'application/json' }))).toBe(
      'INVALID_REQUEST',
    );
  });
});

describe('the media type', () => {
  it('is the one of the operation, JSON before others', async () => {
    const content = { 'application/xml': {}, 'application/json': {} };
    expect((await sendBody({}, { content })).headers['content-type']).toBe(
      'application/json',
    );
    const form = { 'application/x-www-form-urlencoded': {} };
    expect((await sendBody({ a: 1 }, { content: form })).text).toBe('a=1');
  });

  it('is a plain one where the operation takes any', async () => {
    const sent = await sendBody({ a: 1 }, { content: { '*/*': {} } });
    expect(sent.headers['content-type']).toBe('application/json');
    const text = await sendBody('{}', { content: { 'text/*': {} } });
    expect(text.headers['content-type']).toBe('text/plain');
  });

  it('is JSON without a description, unless the payload is another text', async () => {
    expect((await sendBody({})).headers['content-type']).toBe('application/json');
    expect((await sendBody('a text')).headers['content-type']).toBe('text/plain');
  });

  it('may come from a header of the step', async () => {
    const { sent } = await callApi({
      route: 'POST /',
      parameters: [{ name: 'Content-Type', in: 'header', value: 'application/xml' }],
      requestBody: { payload: '<a/>' },
    });
    expect([sent.headers['content-type'], sent.text]).toEqual([
      'application/xml',
      '<a/>',
    ]);
  });
});

describe('forms', () => {
  const contentType = 'application/x-www-form-urlencoded';

  it('are made of objects', async () => {
    const sent = await sendBody(
      { a: 'x y&z', b: [1, 2], c: { d: 1 }, e: null },
      { contentType },
    );
    expect(sent.text).toBe('a=x%20y%26z&b=1&b=2&c=%7B%22d%22%3A1%7D');
  });

  it('have the encoding of the description', async () => {
    const encoding = { ids: { explode: false }, f: { style: 'deepObject' } };
    const content = { [contentType]: { encoding } };
    const sent = await sendBody({ ids: [1, 2], f: { a: 1 } }, { contentType, content });
    expect(sent.text).toBe('ids=1,2&f%5Ba%5D=1');
  });

  it('are sent as they are when they are text', async () => {
    expect((await sendBody('a=1&b={x}', { contentType })).text).toBe('a=1&b={x}');
  });

  it('are refused when they are neither', async () => {
    expect(await codeOf(sendBody([1], { contentType }))).toBe('INVALID_REQUEST');
  });
});

describe('multipart bodies', () => {
  const contentType = 'multipart/form-data';
  const properties = {
    file: { type: 'string', format: 'binary' },
    photo: { type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' },
  };
  const encoding = { photo: { contentType: 'image/png' } };
  const content = { [contentType]: { schema: { type: 'object', properties }, encoding } };

  async function parts(payload: unknown): Promise<FormData> {
    const { headers, body } = await sendBody(payload, { contentType, content });
    return new Response(new Uint8Array(body), {
      headers: { 'content-type': headers['content-type'] ?? '' },
    }).formData();
  }

  it('have texts, lists and objects as fields', async () => {
    const form = await parts({ a: 'é', n: 5, l: ['x', 'y'] });
    expect([form.get('a'), form.get('n'), form.getAll('l')]).toEqual([
      'é',
      '5',
      ['x', 'y'],
    ]);
    const { text } = await sendBody({ o: { a: 1 } }, { contentType, content });
    expect(text).toContain('name="o"\r\nContent-Type: application/json\r\n\r\n{"a":1}');
  });

  it('have files for what is binary', async () => {
    const form = await parts({ file: 'hello', photo: 'AAEC' });
    const file = form.get('file') as File;
    const photo = form.get('photo') as File;
    expect([file.name, file.type, await file.text()]).toEqual([
      'file',
      'application/octet-stream',
      'hello',
    ]);
    expect(photo.type).toBe('image/png');
    expect([...new Uint8Array(await photo.arrayBuffer())]).toEqual([0, 1, 2]);
  });

  it('have files that a shared schema calls binary', async () => {
    const shared = {
      allOf: [{ $ref: '#/components/schemas/Upload' }, { properties: { note: {} } }],
    };
    const { sent } = await callApi({
      route: 'POST /',
      operation: { requestBody: { content: { [contentType]: { schema: shared } } } },
      api: { components: { schemas: { Upload: { properties } } } },
      requestBody: { payload: { file: 'x', note: 'y' } },
    });
    expect(sent.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(sent.text).toContain('name="file"; filename="file"');
    expect(sent.text).toContain('name="note"\r\n\r\ny');
  });

  it('may be written by the document, with their boundary', async () => {
    const typed = `${contentType}; boundary=x`;
    expect((await sendBody('--x--', { contentType: typed })).text).toBe('--x--');
    expect(await codeOf(sendBody('text', { contentType }))).toBe('INVALID_REQUEST');
  });

  it('have files that describe themselves', async () => {
    const form = await parts({
      any: { filename: 'a "b".txt', contentType: 'text/csv', text: 'x,y' },
      file: { base64: 'AAEC' },
    });
    const any = form.get('any') as File;
    expect([any.name, any.type]).toEqual(['a "b".txt', 'text/csv']);
    expect((form.get('file') as File).size).toBe(3);
  });
});

describe('other bodies', () => {
  it.each([
    ['text/plain', 'a text', 'a text'],
    ['text/plain', 5, '5'],
    ['application/xml', '<a/>', '<a/>'],
    ['application/soap+xml', '<a/>', '<a/>'],
    ['application/octet-stream', 'bytes', 'bytes'],
    ['application/octet-stream', { base64: 'aGk=' }, 'hi'],
    ['application/octet-stream', 'data:text/plain;base64,aGk=', 'hi'],
    ['image/png', { base64: 'aGk' }, 'hi'],
  ])('%s: %j', async (contentType, payload, text) => {
    expect((await sendBody(payload, { contentType })).text).toBe(text);
  });

  it('are base64 when the schema says so', async () => {
    const contentType = 'application/octet-stream';
    const content = { [contentType]: { schema: { contentEncoding: 'base64' } } };
    expect((await sendBody('aGk=', { contentType, content })).text).toBe('hi');
  });

  it.each([
    ['application/xml', { a: 1 }],
    ['application/octet-stream', { a: 1 }],
    ['application/octet-stream', { base64: '***' }],
  ])('are refused when they cannot be written: %s %j', async (contentType, payload) => {
    expect(await codeOf(sendBody(payload, { contentType }))).toBe('INVALID_REQUEST');
  });
});

describe('methods', () => {
  it.each(['GET', 'HEAD'])('%s cannot have a body', async (method) => {
    const call = callApi({ route: `${method} /`, requestBody: { payload: {} } });
    expect(await codeOf(call)).toBe('INVALID_REQUEST');
  });

  it('DELETE can have a body', async () => {
    const { sent } = await callApi({
      route: 'DELETE /',
      requestBody: { payload: { a: 1 } },
    });
    expect([sent.method, sent.text]).toEqual(['DELETE', '{"a":1}']);
  });

  it('TRACE is impossible', async () => {
    expect(await codeOf(callApi({ route: 'TRACE /' }))).toBe('INVALID_REQUEST');
  });
});
