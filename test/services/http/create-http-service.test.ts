import { describe, expect, it } from 'vitest';
import { parseDescription } from '../../../src/openapi/index.ts';
import { createHttpService } from '../../../src/services/index.ts';
import type {
  HttpServiceOptions,
  OperationReference,
  Service,
} from '../../../src/services/index.ts';
import { source } from '../../helpers/source.ts';
import { codeOf } from './support/call-api.ts';
import { startRecordingServer } from './support/recording-server.ts';

const text = source`
  swagger: '2.0'
  info: { title: Pet Store, version: '1' }
  host: api.test
  basePath: /v1
  schemes: [http, https]
  paths:
    /pets/{id}:
      get: { operationId: getPet, parameters: [{ name: id, in: path, type: string }] }
      delete: { parameters: [{ $ref: '#/parameters/id' }] }
`;

async function petStore(options: HttpServiceOptions = {}): Promise<Service> {
  const { description } = await parseDescription(text);
  return createHttpService({
    ...(description === undefined ? {} : { description }),
    ...options,
  });
}

/** The method and URL of a call, which goes nowhere. */
async function urlOf(
  operation: Partial<OperationReference>,
  options: HttpServiceOptions = {},
): Promise<string> {
  const service = await petStore({ fetch: async () => new Response(), ...options });
  const { request } = await service.call(
    {
      operation: { source: 'pets', ...operation },
      parameters: [{ name: 'id', in: 'path', value: '5' }],
      idempotencyToken: 't',
    },
    { signal: new AbortController().signal },
  );
  return `${request?.method ?? ''} ${request?.url ?? ''}`;
}

describe('the operation', () => {
  it('is found by its id, or by a pointer', async () => {
    expect(await urlOf({ operationId: 'getPet' })).toBe('GET https://api.test/v1/pets/5');
    expect(await urlOf({ operationPath: '/paths/~1pets~1{id}/delete' })).toBe(
      'DELETE https://api.test/v1/pets/5',
    );
  });

  it('is what the caller says, with what the description says about it', async () => {
    const operations = { mine: 'delete /pets/{id}', other: 'PUT /others/{id}' };
    expect(await urlOf({ operationId: 'mine' }, { operations })).toBe(
      'DELETE https://api.test/v1/pets/5',
    );
    expect(await urlOf({ operationId: 'other' }, { operations })).toBe(
      'PUT https://api.test/v1/others/5',
    );
  });

  it('is read off a pointer when there is no description', async () => {
    const service = createHttpService({
      server: 'https://x.test',
      fetch: async () => new Response(),
    });
    const operation = { source: 's', operationPath: '/paths/~1a~1b/post' };
    const { request } = await service.call(
      { operation, parameters: [], idempotencyToken: 't' },
      { signal: new AbortController().signal },
    );
    expect(request).toEqual({ method: 'POST', url: 'https://x.test/a/b' });
  });

  it.each([{ operationId: 'nope' }, { operationPath: '/paths/~1nope/get' }])(
    'that nobody knows is refused: %j',
    async (operation) => {
      expect(await codeOf(urlOf(operation))).toBe('INVALID_REQUEST');
    },
  );

  it('is in the list of the service', async () => {
    expect(await petStore()).toMatchObject({
      name: 'Pet Store',
      operationIds: ['getPet'],
    });
    expect(createHttpService().operationIds).toBeUndefined();
  });
});

describe('the server', () => {
  const operation = { operationId: 'getPet' };

  it('may be replaced, with a path and variables', async () => {
    const server = 'https://{region}.test/v2/';
    expect(await urlOf(operation, { server, serverVariables: { region: 'eu' } })).toBe(
      'GET https://eu.test/v2/pets/5',
    );
  });

  it('of a relative URL is where the description comes from', async () => {
    const { description } = await parseDescription(
      '{"openapi":"3.1.0","servers":[{"url":"v3"}],"paths":{"/a":{"get":{"operationId":"a"}}}}',
    );
    const options = description === undefined ? {} : { description };
    const descriptionUrl = 'https://docs.test/api/openapi.json';
    expect(await urlOf({ operationId: 'a' }, { ...options, descriptionUrl })).toBe(
      'GET https://docs.test/api/v3/a',
    );
    expect(await codeOf(urlOf({ operationId: 'a' }, options))).toBe('INVALID_REQUEST');
  });

  it.each(['ftp://x.test', 'nonsense', 'https://user:hush@x.test', 'https://{x}.test'])(
    'that is none is refused: %s',
    async (server) => {
      const call = urlOf(operation, { server });
      await expect(call).rejects.toThrow(/^(?!.*hush)/u);
      expect(await codeOf(urlOf(operation, { server }))).toBe('INVALID_REQUEST');
    },
  );
});

describe('a service', () => {
  it('tells once what is wrong with the description', async () => {
    const warnings: string[] = [];
    const onWarning = (warning: string): number => warnings.push(warning);
    const service = await petStore({ onWarning, fetch: async () => new Response() });
    const request = {
      operation: { source: 'pets', operationPath: '/paths/~1pets~1{id}/delete' },
      parameters: [{ name: 'id', in: 'path' as const, value: 1 }],
      idempotencyToken: 't',
    };
    const { signal } = new AbortController();
    await service.call(request, { signal });
    await service.call(request, { signal });
    expect(warnings).toEqual([expect.stringContaining('#/parameters/id')]);
  });

  it('keeps its connections', async () => {
    const server = await startRecordingServer();
    const service = createHttpService({
      server: server.url,
      operations: { op: 'GET /' },
    });
    const request = { operation: { source: 's', operationId: 'op' }, parameters: [] };
    const { signal } = new AbortController();
    for (let count = 0; count < 10; count += 1)
      await service.call({ ...request, idempotencyToken: 't' }, { signal });
    // The first is not free again when the second call is made.
    expect(server.connections()).toBeLessThan(3);
  });
});
