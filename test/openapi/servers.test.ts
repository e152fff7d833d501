import { describe, expect, it } from 'vitest';
import { toServerUrl } from '../../src/openapi/index.ts';
import type { JsonObject } from '../../src/openapi/json.ts';
import { describeApi, describeSwagger } from './support/describe-api.ts';

function urlsOf(members: JsonObject): readonly string[] | undefined {
  return describeApi(members)
    .read({ route: 'GET /a' })
    ?.servers.map(({ url }) => url);
}

describe('the servers of an operation', () => {
  const root = [{ url: 'https://root' }];
  const item = [{ url: 'https://item' }];
  const own = [{ url: 'https://own' }];

  it('are its own, else those of the path item, else those of the description', () => {
    expect(urlsOf({ servers: root, paths: { '/a': { get: {} } } })).toEqual([
      'https://root',
    ]);
    expect(
      urlsOf({ servers: root, paths: { '/a': { servers: item, get: {} } } }),
    ).toEqual(['https://item']);
    expect(
      urlsOf({
        servers: root,
        paths: { '/a': { servers: item, get: { servers: own } } },
      }),
    ).toEqual(['https://own']);
  });

  it('are the root when nothing is said', () => {
    expect(urlsOf({ paths: { '/a': { get: {} } } })).toEqual(['/']);
    expect(urlsOf({ servers: [], paths: { '/a': { get: {} } } })).toEqual(['/']);
  });

  it('begin with the one over TLS when the first is there both ways', () => {
    const servers = [{ url: 'http://api' }, { url: 'https://api' }];
    expect(urlsOf({ servers, paths: { '/a': { get: {} } } })?.[0]).toBe('https://api');
  });

  it('have their variables, also those that YAML made numbers', () => {
    const variables = { port: { default: 8443, enum: [443, 8443] }, host: {}, odd: 5 };
    const url = 'https://{host}:{port}';
    expect(describeApi({ servers: [{ url, variables }, { url: 5 }] }).servers).toEqual([
      {
        url,
        variables: {
          port: { default: '8443', enum: ['443', '8443'] },
          host: {},
          odd: {},
        },
      },
    ]);
  });

  it('of 2.0 are made of schemes, host and base path', () => {
    const members = {
      host: 'api.test:8443',
      basePath: '/v1',
      schemes: ['http', 'https'],
    };
    const api = describeSwagger({
      ...members,
      paths: { '/a': { get: {}, put: { schemes: ['http'] } } },
    });
    expect(api.read({ route: 'GET /a' })?.servers[0]?.url).toBe(
      'https://api.test:8443/v1',
    );
    expect(api.read({ route: 'PUT /a' })?.servers[0]?.url).toBe(
      'http://api.test:8443/v1',
    );
    expect(describeSwagger({ basePath: '/v1' }).servers[0]?.url).toBe('/v1');
  });
});

describe('the URL of a server', () => {
  const server = {
    url: 'https://{region}.api.test:{port}/v1',
    variables: {
      region: { default: 'us', enum: ['us', 'eu'] },
      port: { default: '443' },
    },
  };

  it('has defaults and chosen values in it', () => {
    expect(toServerUrl(server)).toEqual({ url: 'https://us.api.test:443/v1' });
    expect(toServerUrl(server, { variables: { region: 'eu' } })).toEqual({
      url: 'https://eu.api.test:443/v1',
    });
  });

  it('is refused for a value that is not allowed and for one that is missing', () => {
    expect(toServerUrl(server, { variables: { region: 'mars' } })).toHaveProperty(
      'problem',
    );
    expect(toServerUrl({ url: 'https://{x}', variables: {} })).toHaveProperty('problem');
  });

  it('says which variable is to blame', () => {
    expect(toServerUrl({ url: 'https://{x}', variables: {} })).toHaveProperty(
      'variable',
      'x',
    );
  });

  it.each(['https://u:hush@api.test', '//u:hush@api.test'])(
    'is refused with a password in it, which nobody is told: %s',
    (url) => {
      const found = toServerUrl({ url, variables: {} }, { base: 'https://docs.test/' });
      expect(found).toHaveProperty('problem');
      expect(JSON.stringify(found)).not.toContain('hush');
    },
  );

  it('is refused when it is not of HTTP', () => {
    const found = toServerUrl({ url: 'ftp://api.test', variables: {} });
    expect(found).toMatchObject({ problem: expect.stringContaining('HTTP') });
  });

  it('is relative to the description', () => {
    const base = 'https://api.test/docs/openapi.yaml';
    const relative = { url: '../v2', variables: {} };
    expect(toServerUrl(relative, { base })).toEqual({ url: 'https://api.test/v2' });
    expect(toServerUrl(relative, { base: 'file:///docs/openapi.yaml' })).toHaveProperty(
      'problem',
    );
    expect(toServerUrl(relative)).toHaveProperty('problem');
  });
});
