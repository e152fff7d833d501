import { describe, expect, it } from 'vitest';
import { readDescription } from '../../src/openapi/index.ts';
import { describeApi, describeSwagger } from './support/describe-api.ts';

const responses = { 200: { description: 'OK' } };

describe('finding operations', () => {
  const api = describeApi({
    paths: {
      '/pets/{id}': { get: { operationId: 'getPet', responses }, delete: { responses } },
      '/a~b/c': { post: { operationId: 'odd', responses } },
    },
  });

  it('finds by id, by pointer and by method and path', () => {
    const byId = api.find({ operationId: 'getPet' });
    expect(byId).toMatchObject({ method: 'GET', path: '/pets/{id}' });
    expect(api.find({ pointer: '/paths/~1pets~1{id}/get' })).toBe(byId);
    expect(api.find({ route: 'get /pets/{id}' })).toBe(byId);
  });

  it('escapes pointers', () => {
    expect(api.find({ operationId: 'odd' })?.pointer).toBe('/paths/~1a~0b~1c/post');
  });

  it('finds nothing that is not there, nor what every object inherits', () => {
    expect(api.find({ operationId: 'constructor' })).toBeUndefined();
    expect(api.find({ pointer: '/paths/~1pets/get' })).toBeUndefined();
  });

  it('reads an operation once', () => {
    const key = { operationId: 'getPet' };
    expect(api.read(key)).toBe(api.read(key));
  });

  it('knows ids that occur twice', () => {
    const twice = describeApi({
      paths: {
        '/a': { get: { operationId: 'same' }, put: { operationId: 'same' } },
      },
    });
    expect(twice.duplicateIds).toEqual(['same']);
    expect(twice.find({ operationId: 'same' })?.method).toBe('GET');
  });

  it('knows the methods of 3.2', () => {
    const api32 = describeApi(
      {
        paths: {
          '/a': {
            query: { operationId: 'ask' },
            additionalOperations: { COPY: { operationId: 'copy' } },
          },
        },
      },
      { openapi: '3.2.0' },
    );
    expect(api32.find({ operationId: 'ask' })?.method).toBe('QUERY');
    expect(api32.find({ operationId: 'copy' })).toMatchObject({
      method: 'COPY',
      pointer: '/paths/~1a/additionalOperations/COPY',
    });
  });

  it('follows path items that are references', () => {
    const api31 = describeApi(
      {
        paths: { '/a': { $ref: '#/components/pathItems/a' } },
        components: { pathItems: { a: { get: { operationId: 'getA' } } } },
      },
      { openapi: '3.1.0' },
    );
    expect(api31.read({ operationId: 'getA' })).toMatchObject({
      pointer: '/paths/~1a/get',
    });
  });
});

describe('recognising descriptions', () => {
  it.each([
    [{ swagger: '2.0' }, '2.0'],
    [{ openapi: '3.0.3' }, '3.0'],
    [{ openapi: '3.1.1' }, '3.1'],
    [{ openapi: '3.2.0' }, '3.2'],
    [{ openapi: 3.1 }, '3.1'],
  ])('reads the version of %j', (value, version) => {
    expect(readDescription(value)?.version).toBe(version);
  });

  it.each([undefined, null, [], 'text', { arazzo: '1.0.1' }, { asyncapi: '3.0.0' }])(
    'takes %j for none',
    (value) => {
      expect(readDescription(value)).toBeUndefined();
    },
  );

  it('survives members of the wrong kind', () => {
    const api = describeApi({
      servers: 'x',
      security: 5,
      components: [],
      paths: {
        '/a': { get: { parameters: {}, responses: [], requestBody: 'x', security: {} } },
        '/b': null,
      },
    });
    expect(api.read({ route: 'GET /a' })).toMatchObject({
      parameters: [],
      responses: [],
    });
  });
});

describe('security', () => {
  it('gives the schemes of each alternative, the operation before the description', () => {
    const api = describeApi({
      security: [{ key: [] }],
      components: {
        securitySchemes: {
          key: { type: 'apiKey', in: 'query', name: 'k' },
          oauth: {
            type: 'oauth2',
            flows: {
              clientCredentials: { tokenUrl: '/token', scopes: { read: 'Reads' } },
            },
          },
        },
      },
      paths: {
        '/a': {
          get: { responses },
          post: { security: [{ oauth: ['read'] }, {}], responses },
        },
      },
    });
    expect(api.read({ route: 'GET /a' })?.security).toEqual([
      [{ name: 'key', scopes: [], scheme: { type: 'apiKey', in: 'query', name: 'k' } }],
    ]);
    expect(api.read({ route: 'POST /a' })?.security).toMatchObject([
      [
        {
          name: 'oauth',
          scopes: ['read'],
          scheme: { clientCredentials: { tokenUrl: '/token' } },
        },
      ],
      [],
    ]);
  });

  it('gives the schemes of 2.0 in the words of 3', () => {
    const api = describeSwagger({
      securityDefinitions: {
        plain: { type: 'basic' },
        app: { type: 'oauth2', flow: 'application', tokenUrl: 'https://a/t', scopes: {} },
      },
    });
    expect(api.securitySchemes).toEqual({
      plain: { type: 'http', scheme: 'basic' },
      app: {
        type: 'oauth2',
        flows: ['clientCredentials'],
        clientCredentials: { tokenUrl: 'https://a/t', scopes: [] },
      },
    });
  });
});
