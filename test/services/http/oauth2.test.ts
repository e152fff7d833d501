import { describe, expect, it } from 'vitest';
import { readDescription } from '../../../src/openapi/index.ts';
import { createHttpService } from '../../../src/services/index.ts';
import type {
  HttpServiceOptions,
  OperationAnswer,
  Service,
} from '../../../src/services/index.ts';
import { codeOf } from './support/call-api.ts';
import { sendJson, startRecordingServer } from './support/recording-server.ts';
import type { RecordedRequest, RecordingServer } from './support/recording-server.ts';

interface World {
  readonly server: RecordingServer;
  readonly tokenRequests: () => readonly RecordedRequest[];
  readonly call: () => Promise<OperationAnswer>;
}

const credential = { clientId: 'my id', clientSecret: 's&cret' };

interface Settings {
  readonly tokenUrl?: string;
  readonly options?: HttpServiceOptions;
  readonly status?: number;
  /** Whether the API accepts a token. */
  readonly accepts?: (token: string) => boolean;
}

/** An API with a token endpoint that gives `token-1`, `token-2` and so on, for an hour each. */
async function createWorld({
  tokenUrl = '/token',
  options,
  status = 200,
  accepts = () => true,
}: Settings = {}): Promise<World> {
  let count = 0;
  const server = await startRecordingServer((response, { url, headers }) => {
    if (url === '/token') {
      count += 1;
      const token = { access_token: `token-${count}`, expires_in: 3600 };
      sendJson(response, status, status === 200 ? token : { error: 'invalid_client' });
    } else {
      sendJson(response, accepts(headers.authorization ?? '') ? 200 : 401, {});
    }
  });
  const service = createService(server.url, tokenUrl, options);
  return {
    server,
    tokenRequests: () => server.requests.filter(({ url }) => url === '/token'),
    call: async () =>
      service.call(
        {
          operation: { source: 'api', operationId: 'op' },
          parameters: [],
          idempotencyToken: 't',
        },
        { signal: new AbortController().signal },
      ),
  };
}

function createService(
  url: string,
  tokenUrl: string,
  options: HttpServiceOptions = {},
): Service {
  const flow = { tokenUrl, scopes: {} };
  const description = readDescription({
    openapi: '3.1.0',
    servers: [{ url }],
    components: {
      securitySchemes: { oauth: { type: 'oauth2', flows: { clientCredentials: flow } } },
    },
    paths: {
      '/': { get: { operationId: 'op', security: [{ oauth: ['read', 'write'] }] } },
    },
  });
  return createHttpService({
    ...(description === undefined ? {} : { description }),
    credentials: { oauth: credential },
    ...options,
  });
}

describe('OAuth 2 client credentials', () => {
  it('fetch a token with id, secret and scopes', async () => {
    const { server, tokenRequests, call } = await createWorld();
    await call();
    const [request] = tokenRequests();
    expect(request?.headers.authorization).toBe(`Basic ${btoa('my+id:s%26cret')}`);
    expect(request?.text).toBe('grant_type=client_credentials&scope=read+write');
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer token-1');
  });

  it('can be sent in the body, with scopes of their own', async () => {
    const oauth = { ...credential, scopes: ['all'], sendIn: 'body' as const };
    const { tokenRequests, call } = await createWorld({
      options: { credentials: { oauth } },
    });
    await call();
    expect(Object.fromEntries(new URLSearchParams(tokenRequests()[0]?.text))).toEqual({
      grant_type: 'client_credentials',
      scope: 'all',
      client_id: 'my id',
      client_secret: 's&cret',
    });
  });

  it('fetch one token for many calls, also at the same time', async () => {
    const { tokenRequests, call } = await createWorld();
    await Promise.all([call(), call()]);
    await call();
    expect(tokenRequests()).toHaveLength(1);
  });

  it('fetch another one shortly before it expires', async () => {
    let now = 0;
    const { tokenRequests, call } = await createWorld({ options: { now: () => now } });
    await call();
    now = 3_569_000;
    await call();
    expect(tokenRequests()).toHaveLength(1);
    now = 3_571_000;
    await call();
    expect(tokenRequests()).toHaveLength(2);
  });

  it('fetch another one, once, when it is refused', async () => {
    const { tokenRequests, call } = await createWorld({
      accepts: (token) => token === 'Bearer token-2',
    });
    expect(await call()).toMatchObject({ statusCode: 200, attempts: 2 });
    expect(tokenRequests()).toHaveLength(2);
  });

  it('leave a second refusal to the document', async () => {
    const { tokenRequests, call } = await createWorld({ accepts: () => false });
    expect(await call()).toMatchObject({ statusCode: 401, attempts: 2 });
    expect(tokenRequests()).toHaveLength(2);
  });

  it('are not sent without TLS to another machine', async () => {
    const { server, call } = await createWorld({ tokenUrl: 'http://id.test/token' });
    expect(await codeOf(call())).toBe('INVALID_REQUEST');
    expect(server.requests).toEqual([]);
  });

  it('are not sent to a URL with a password in it, which nobody is told', async () => {
    const { server, call } = await createWorld({ tokenUrl: 'https://me:hush@id.test/' });
    await expect(call()).rejects.toThrow(/^(?!.*hush)/u);
    expect(await codeOf(call())).toBe('INVALID_REQUEST');
    expect(server.requests).toEqual([]);
  });

  it('that are wrong are told by their error, without the secret', async () => {
    const { call } = await createWorld({ status: 401 });
    await expect(call()).rejects.toThrow(/^(?=.*401 \(invalid_client\))(?!.*s&cret)/u);
  });
});
