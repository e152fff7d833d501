import { describe, expect, it } from 'vitest';
import { variablesFor } from '../../../src/services/http/credentials/credentials-from-environment.ts';
import {
  credentialsFromEnvironment,
  parseCredentials,
} from '../../../src/services/index.ts';
import type { SecurityScheme } from '../../../src/services/index.ts';

const schemes: Record<string, SecurityScheme> = {
  apiKeyAuth: { type: 'apiKey', in: 'header', name: 'X-Key' },
  'my-basic': { type: 'http', scheme: 'basic' },
  bearer: { type: 'http', scheme: 'bearer' },
  oauth: {
    type: 'oauth2',
    flows: ['clientCredentials'],
    clientCredentials: { tokenUrl: 'https://id.test', scopes: [] },
  },
};

describe('credentials in the environment', () => {
  it('are found by source, scheme and field', () => {
    const env = {
      ARAZZO_PET_STORE_API_KEY_AUTH_API_KEY: 'k',
      ARAZZO_PET_STORE_MY_BASIC_USERNAME: 'u',
      ARAZZO_PET_STORE_MY_BASIC_PASSWORD: 'p',
      ARAZZO_PET_STORE_BEARER_TOKEN: 't',
      ARAZZO_PET_STORE_OAUTH_CLIENT_ID: 'id',
      ARAZZO_PET_STORE_OAUTH_CLIENT_SECRET: 's',
      ARAZZO_PET_STORE_OAUTH_SCOPES: 'read write',
      ARAZZO_OTHER_BEARER_TOKEN: 'no',
    };
    expect(credentialsFromEnvironment(env, 'petStore', schemes)).toEqual({
      credentials: {
        apiKeyAuth: { apiKey: 'k' },
        'my-basic': { username: 'u', password: 'p' },
        bearer: { token: 't' },
        oauth: { clientId: 'id', clientSecret: 's', scopes: ['read', 'write'] },
      },
      problems: [],
    });
  });

  it('may leave out the scheme', () => {
    const { credentials } = credentialsFromEnvironment(
      { ARAZZO_PETS_TOKEN: 't' },
      'pets',
      schemes,
    );
    expect(credentials).toEqual({ bearer: { token: 't' }, oauth: { token: 't' } });
  });

  it('need no schemes', () => {
    const { credentials } = credentialsFromEnvironment(
      { ARAZZO_PETS_TOKEN: 't' },
      'pets',
    );
    expect(credentials).toEqual({ http: { token: 't' } });
  });

  it('are found in the variables that are told', () => {
    for (const [name, scheme] of Object.entries(schemes)) {
      const env = Object.fromEntries(
        variablesFor('petStore', scheme).map((each) => [each, 'x']),
      );
      const { credentials } = credentialsFromEnvironment(env, 'petStore', schemes);
      expect(Object.keys(credentials)).toContain(name);
    }
  });

  it('that are half there are told, without their values', () => {
    const env = { ARAZZO_PETS_USERNAME: 'secret', ARAZZO_PETS_CLIENT_SECRET: 'secret' };
    const { credentials, problems } = credentialsFromEnvironment(env, 'pets', schemes);
    expect(credentials).toEqual({});
    expect(problems).toEqual([
      'ARAZZO_PETS_USERNAME is set and ARAZZO_PETS_PASSWORD is not.',
      'ARAZZO_PETS_CLIENT_SECRET is set and ARAZZO_PETS_CLIENT_ID is not.',
    ]);
  });

  it('of AWS serve its hosts', () => {
    const env = {
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      AWS_SESSION_TOKEN: 'c',
    };
    expect(credentialsFromEnvironment(env, 'x').credentials).toEqual({
      amazonaws: { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' },
    });
  });
});

describe('a credentials file', () => {
  it('has sources, schemes and credentials', () => {
    const sources = {
      pets: {
        key: { apiKey: 'k' },
        oauth: { clientId: 'i', clientSecret: 's', scopes: ['a'] },
      },
      aws: { aws: { accessKeyId: 'a', secretAccessKey: 'b', region: 'r' } },
    };
    expect(parseCredentials(JSON.stringify(sources))).toEqual({ sources, problems: [] });
  });

  it.each([
    ['not json: hush', ['']],
    ['[]', ['']],
    ['{"a":"hush"}', ['/a']],
    ['{"a":{"b/c":{}}}', ['/a/b~1c']],
    ['{"a":{"b":{"username":"hush"}}}', ['/a/b']],
    ['{"a":{"b":{"token":5}}}', ['/a/b']],
    ['{"a":{"b":{"token":"t","extra":"hush"}}}', ['/a/b/extra']],
    ['{"a":{"b":{"clientId":"i","clientSecret":"s","sendIn":"hush"}}}', ['/a/b/sendIn']],
  ])('says where it is wrong: %s', (text, paths) => {
    const { problems } = parseCredentials(text);
    expect(problems.map(({ path }) => path)).toEqual(paths);
    expect(JSON.stringify(problems)).not.toContain('hush');
  });

  it('keeps what is right beside what is wrong', () => {
    const { sources } = parseCredentials('{"a":{"b":{"token":"t"},"c":5}}');
    expect(sources).toEqual({ a: { b: { token: 't' } } });
  });
});
