import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/openapi/json.ts';
import { callApi, callAt, codeOf } from './support/call-api.ts';
import { startRecordingServer } from './support/recording-server.ts';

const list = ['a', 'b'];
const object = { r: 1, g: 2 };

async function urlFor(
  value: unknown,
  parameter: JsonObject,
  route = 'GET /x',
): Promise<string | undefined> {
  const declared = { name: 'p', ...parameter };
  const place = declared['in' as keyof typeof declared] as 'query' | 'path';
  const { sent } = await callApi({
    route,
    operation: { parameters: [declared] },
    parameters: [{ name: 'p', in: place, value }],
  });
  return sent.url;
}

describe('query parameters', () => {
  it.each([
    ['a&b=c d/é', {}, 'p=a%26b%3Dc%20d%2F%C3%A9'],
    [5, {}, 'p=5'],
    [true, {}, 'p=true'],
    ['', {}, 'p='],
    [list, {}, 'p=a&p=b'],
    [object, {}, 'r=1&g=2'],
    [list, { explode: false }, 'p=a,b'],
    [object, { explode: false }, 'p=r,1,g,2'],
    [['a,b', 'c'], { explode: false }, 'p=a%2Cb,c'],
    [list, { style: 'spaceDelimited', explode: false }, 'p=a%20b'],
    [list, { style: 'pipeDelimited', explode: false }, 'p=a%7Cb'],
    [object, { style: 'deepObject' }, 'p%5Br%5D=1&p%5Bg%5D=2'],
    [
      { a: { b: [1, 2] } },
      { style: 'deepObject' },
      'p%5Ba%5D%5Bb%5D=1&p%5Ba%5D%5Bb%5D=2',
    ],
    ['a/b?c=d#e f', { allowReserved: true }, 'p=a/b?c=d%23e%20f'],
    ['%41', { allowReserved: true }, 'p=%41'],
    [
      object,
      { content: { 'application/json': {} } },
      'p=%7B%22r%22%3A1%2C%22g%22%3A2%7D',
    ],
    [[{ a: 1 }], {}, 'p=%7B%22a%22%3A1%7D'],
  ])('%j as %j', async (value, parameter, query) => {
    expect(await urlFor(value, { in: 'query', ...parameter })).toBe(`/x?${query}`);
  });

  it.each([[null], [[]], [{}]])(
    'are left out when there is nothing: %j',
    async (value) => {
      expect(await urlFor(value, { in: 'query' })).toBe('/x');
    },
  );

  it('in a media type other than JSON are texts', async () => {
    const parameter = { in: 'query', content: { 'application/xml': {} } };
    expect(await urlFor('<a/>', parameter)).toBe('/x?p=%3Ca%2F%3E');
    expect(await codeOf(urlFor({ a: 1 }, parameter))).toBe('INVALID_REQUEST');
  });

  it('in JSON may be written by the document', async () => {
    const parameter = { in: 'query', content: { 'application/json': {} } };
    expect(await urlFor('[1]', parameter)).toBe('/x?p=%5B1%5D');
    expect(await urlFor('a', parameter)).toBe('/x?p=%22a%22');
  });

  it('are sent although nobody declares them', async () => {
    const { sent } = await callApi({
      parameters: [{ name: 'ids', in: 'query', value: [1, 2] }],
    });
    expect(sent.url).toBe('/?ids=1&ids=2');
  });
});

describe('path parameters', () => {
  it.each([
    ['a/b c', {}, '/x/a%2Fb%20c'],
    [list, {}, '/x/a,b'],
    [object, {}, '/x/r,1,g,2'],
    [object, { explode: true }, '/x/r=1,g=2'],
    ['v', { style: 'label' }, '/x/.v'],
    [list, { style: 'label' }, '/x/.a,b'],
    [list, { style: 'label', explode: true }, '/x/.a.b'],
    [object, { style: 'label', explode: true }, '/x/.r=1.g=2'],
    ['v', { style: 'matrix' }, '/x/;p=v'],
    [list, { style: 'matrix' }, '/x/;p=a,b'],
    [list, { style: 'matrix', explode: true }, '/x/;p=a;p=b'],
    [object, { style: 'matrix' }, '/x/;p=r,1,g,2'],
    [object, { style: 'matrix', explode: true }, '/x/;r=1;g=2'],
  ])('%j as %j', async (value, parameter, url) => {
    expect(await urlFor(value, { in: 'path', ...parameter }, 'GET /x/{p}')).toBe(url);
  });

  it('keep their slashes in {Key+}', async () => {
    const { sent } = await callApi({
      route: 'GET /bucket/{Key+}',
      parameters: [{ name: 'Key', in: 'path', value: 'a b/c?.txt' }],
    });
    expect(sent.url).toBe('/bucket/a%20b/c%3F.txt');
  });

  it.each([
    ['nothing', []],
    ['an empty text', [{ name: 'p', in: 'path' as const, value: '' }]],
    ['null', [{ name: 'p', in: 'path' as const, value: null }]],
    ['dots that lead elsewhere', [{ name: 'p', in: 'path' as const, value: '..' }]],
  ])('refuse %s, and nothing is sent', async (_what, parameters) => {
    const server = await startRecordingServer();
    const call = callAt(server.url, { route: 'DELETE /x/{p}', parameters });
    expect(await codeOf(call)).toBe('INVALID_REQUEST');
    expect(server.requests).toEqual([]);
  });
});

describe('paths', () => {
  it.each([
    ['POST /#X-Amz-Target=HealthLake.ListTags', '/'],
    ['GET /x?list-type=2', '/x?list-type=2&p=1'],
    ['GET /x?action={p}#y', '/x?action=1'],
  ])('%s is sent as %s', async (route, url) => {
    const place = route.includes('{p}') ? ('path' as const) : ('query' as const);
    const parameters = url === '/' ? [] : [{ name: 'p', in: place, value: 1 }];
    const { sent } = await callApi({ route, parameters });
    expect(sent.url).toBe(url);
  });

  it('come after the path of the server', async () => {
    const server = await startRecordingServer();
    await callAt(`${server.url}/v1/`, { route: 'GET /pets' });
    expect(server.requests[0]?.url).toBe('/v1/pets');
  });
});

describe('a whole query string', () => {
  it('is sent as it is', async () => {
    const value = 'filter=active&limit=5&x=%20#y';
    const { sent } = await callApi({
      parameters: [{ name: 'q', in: 'querystring', value }],
    });
    expect(sent.url).toBe('/?filter=active&limit=5&x=%20%23y');
  });

  it('must be a text, and alone', async () => {
    const whole = { name: 'q', in: 'querystring' as const, value: 'a=1' };
    const one = { name: 'b', in: 'query' as const, value: 1 };
    expect(await codeOf(callApi({ parameters: [{ ...whole, value: 5 }] }))).toBe(
      'INVALID_REQUEST',
    );
    expect(await codeOf(callApi({ parameters: [whole, one] }))).toBe('INVALID_REQUEST');
  });
});

describe('headers and cookies', () => {
  it('are sent; the names of headers are the same in any case', async () => {
    const { sent } = await callApi({
      operation: { parameters: [{ name: 'X-Ids', in: 'header', schema: {} }] },
      parameters: [
        { name: 'x-ids', in: 'header', value: list },
        { name: 'X-Plain', in: 'header', value: 'a b, c=d' },
        { name: 'a', in: 'cookie', value: 1 },
        { name: 'b', in: 'cookie', value: 'x;y z%é==' },
      ],
    });
    expect(sent.headers).toMatchObject({
      'x-ids': 'a,b',
      'x-plain': 'a b, c=d',
      cookie: 'a=1; b=x%3By%20z%25%C3%A9==',
    });
  });

  it('in the style cookie are sent as they are, or not at all', async () => {
    const operation = { parameters: [{ name: 'c', in: 'cookie', style: 'cookie' }] };
    const send = async (value: string): Promise<unknown> =>
      (await callApi({ operation, parameters: [{ name: 'c', in: 'cookie', value }] }))
        .sent.headers.cookie;
    expect(await send('a%41=')).toBe('c=a%41=');
    expect(await codeOf(send('a; b=1'))).toBe('INVALID_REQUEST');
  });

  it.each([
    ['X-A', 'b\r\nX-Evil: 1'],
    ['X-A\r\nX-Evil', '1'],
    ['X-A', '€'],
    ['Transfer-Encoding', 'chunked'],
    ['Content-Length', '5'],
    ['Host', 'other'],
  ])('refuse what is none: %j %j', async (name, value) => {
    const call = callApi({ parameters: [{ name, in: 'header', value }] });
    expect(await codeOf(call)).toBe('INVALID_REQUEST');
  });

  it('do not repeat a refused value', async () => {
    const value = 'secret\n';
    const call = callApi({
      parameters: [{ name: 'Authorization', in: 'header', value }],
    });
    await expect(call).rejects.toThrow(/^(?!.*secret)/su);
  });

  it('have the one value that is possible', async () => {
    const target = { type: 'string', enum: ['HealthLake.ListTags'] };
    const { sent } = await callApi({
      operation: {
        parameters: [
          { name: 'X-Amz-Target', in: 'header', required: true, schema: target },
        ],
      },
    });
    expect(sent.headers['x-amz-target']).toBe('HealthLake.ListTags');
  });
});

describe('the idempotency token', () => {
  const declared = { parameters: [{ name: 'idempotency-key', in: 'header' }] };

  it('is sent where the operation declares a header for it', async () => {
    const { sent } = await callApi({ route: 'POST /', operation: declared });
    expect(sent.headers['idempotency-key']).toBe('token-1');
  });

  it('gives way to the one of the document', async () => {
    const { sent } = await callApi({
      route: 'POST /',
      operation: declared,
      parameters: [{ name: 'Idempotency-Key', in: 'header', value: 'mine' }],
    });
    expect(sent.headers['idempotency-key']).toBe('mine');
  });

  it('is not sent otherwise', async () => {
    const { sent } = await callApi({ route: 'POST /' });
    expect(sent.headers).not.toHaveProperty('idempotency-key');
  });
});
