import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/openapi/json.ts';
import { readDescription } from '../../../src/openapi/index.ts';
import { createHttpService } from '../../../src/services/index.ts';
import type { Credentials, HttpServiceOptions } from '../../../src/services/index.ts';
import { callApi, codeOf } from './support/call-api.ts';
import type { ApiCall, Called } from './support/call-api.ts';

const schemes: JsonObject = {
  head: { type: 'apiKey', in: 'header', name: 'X-Key' },
  query: { type: 'apiKey', in: 'query', name: 'key' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
  basic: { type: 'http', scheme: 'Basic' },
  bearer: { type: 'http', scheme: 'bearer' },
  oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://id.test' },
  person: { type: 'oauth2', flows: { authorizationCode: {} } },
};

async function secured(
  security: readonly JsonObject[] | undefined,
  credentials: Credentials,
  call: ApiCall = {},
): Promise<Called & { readonly warnings: readonly string[] }> {
  const warnings: string[] = [];
  const called = await callApi({
    operation: security === undefined ? {} : { security },
    api: { components: { securitySchemes: schemes } },
    ...call,
    options: { credentials, onWarning: (text) => warnings.push(text), ...call.options },
  });
  return { ...called, warnings };
}

describe('credentials', () => {
  it.each<[string, Credentials, object]>([
    ['head', { head: { apiKey: 'k' } }, { headers: { 'x-key': 'k' } }],
    ['query', { query: { apiKey: 'k&' } }, { url: '/?key=k%26' }],
    ['cookie', { cookie: { apiKey: 'k' } }, { headers: { cookie: 'sid=k' } }],
    [
      'basic',
      { basic: { username: 'ü', password: 'p:w' } },
      { headers: { authorization: `Basic ${Buffer.from('ü:p:w').toString('base64')}` } },
    ],
    ['bearer', { bearer: { token: 't' } }, { headers: { authorization: 'Bearer t' } }],
    ['oidc', { oidc: { token: 't' } }, { headers: { authorization: 'Bearer t' } }],
    ['person', { person: { token: 't' } }, { headers: { authorization: 'Bearer t' } }],
    [
      'bearer',
      { bearer: () => ({ token: 't' }) },
      { headers: { authorization: 'Bearer t' } },
    ],
  ])('for %s go where the scheme wants them', async (name, credentials, expected) => {
    expect((await secured([{ [name]: [] }], credentials)).sent).toMatchObject(expected);
  });

  it('are those of the first alternative that can be satisfied', async () => {
    const both = { head: { apiKey: 'k' }, bearer: { token: 't' } };
    const { sent } = await secured([{ basic: [] }, { head: [], bearer: [] }], both);
    expect(sent.headers).toMatchObject({ 'x-key': 'k', authorization: 'Bearer t' });
  });

  it('are sent where the description says nothing', async () => {
    const { sent } = await secured(undefined, { bearer: { token: 't' } });
    expect(sent.headers.authorization).toBe('Bearer t');
  });

  it('are not sent where the description says that none are needed', async () => {
    const { sent } = await secured([], { bearer: { token: 't' } });
    expect(sent.headers).not.toHaveProperty('authorization');
  });

  it('need no description', async () => {
    const { sent } = await callApi({
      options: { credentials: { any: { apiKey: 'k', header: 'X-Token' } } },
    });
    expect(sent.headers['x-token']).toBe('k');
  });

  it('give way to what the document sends', async () => {
    const parameters = [
      { name: 'authorization', in: 'header' as const, value: 'Bearer mine' },
    ];
    const { sent } = await secured(
      [{ bearer: [] }],
      { bearer: { token: 't' } },
      { parameters },
    );
    expect(sent.headers.authorization).toBe('Bearer mine');
  });

  it('in a query are masked in what is told', async () => {
    const { answer } = await secured([{ query: [] }], { query: { apiKey: 'secret' } });
    expect(answer.request?.url).toMatch(/\/\?key=\*\*\*$/);
  });

  it('of the wrong kind are refused without being told', async () => {
    const call = secured([{ basic: [] }], { basic: { token: 'secret' } });
    await expect(call).rejects.toThrow(/^(?=.*username, password)(?!.*secret)/u);
  });

  it('with a line break are refused', async () => {
    expect(await codeOf(secured([{ bearer: [] }], { bearer: { token: 'a\r\nb' } }))).toBe(
      'INVALID_REQUEST',
    );
  });
});

describe('without credentials', () => {
  it('a request goes as it is, and that is told', async () => {
    const { answer, warnings } = await secured([{ bearer: [] }], {});
    expect(answer.statusCode).toBe(200);
    expect(warnings).toEqual([expect.stringContaining('credentials: { bearer: … }')]);
  });

  it('nothing is told when none are needed', async () => {
    expect((await secured([{ bearer: [] }, {}], {})).warnings).toEqual([]);
  });

  it.each(['oidc', 'person'])(
    'a scheme that needs a person is refused: %s',
    async (name) => {
      expect(await codeOf(secured([{ [name]: [] }], {}))).toBe('INVALID_REQUEST');
    },
  );
});

describe('the server', () => {
  const operation = {
    operationId: 'op',
    servers: [{ url: 'https://other.test' }],
    security: [{ bearer: [] }],
  };
  const description = readDescription({
    openapi: '3.1.0',
    servers: [{ url: 'https://own.test' }],
    components: { securitySchemes: schemes },
    paths: { '/': { get: operation } },
  });

  async function send(options: HttpServiceOptions): Promise<string | null> {
    let authorization: string | null = null;
    const service = createHttpService({
      ...(description === undefined ? {} : { description }),
      credentials: { bearer: { token: 't' } },
      fetch: async (_url, init) => {
        authorization = new Headers(init.headers).get('authorization');
        return new Response();
      },
      ...options,
    });
    const { signal } = new AbortController();
    const request = { operation: { source: 'api', operationId: 'op' }, parameters: [] };
    await service.call({ ...request, idempotencyToken: 't' }, { signal });
    return authorization;
  }

  it('of a single operation elsewhere gets no credentials', async () => {
    const warnings: string[] = [];
    expect(await send({ onWarning: (text) => warnings.push(text) })).toBeNull();
    expect(warnings).toEqual([expect.stringContaining('is not the server of this API')]);
  });

  it('that the caller names gets them', async () => {
    expect(await send({ server: 'https://mine.test' })).toBe('Bearer t');
  });
});
