import { describe, expect, test } from 'vitest';
import { find, placesOf } from '../../support/find.ts';
import { step } from '../../support/step.ts';

const secret = 'qX7r9LmW2kZt84Vb';

/** Codes and places that are found about a parameter. */
async function placesIn(name: string, value: string): Promise<readonly string[]> {
  const parameters = [{ name, in: 'header', value }];
  return placesOf(await find([step('a', { parameters })]));
}

describe('a secret', () => {
  test.each([
    ['Authorization', `Bearer ${secret}`],
    ['Authorization', `Basic ${btoa('root:hunter2hunter2')}`],
    ['Authorization', `Basic ${btoa('admin:password')}`],
    ['Authorization', 'Bearer s3cr3tT0ken'],
    ['X-Api-Key', secret],
    ['X-Api-Key', 'a1b2c3d4'],
    ['Cookie', `theme=dark; session=${secret}`],
    ['state', 'AKIAIOSFODNN7QWERTZU'],
    ['client_secret', secret],
  ])('is found in the parameter %s', async (name, value) => {
    expect(await placesIn(name, value)).toEqual([
      'SECRET_IN_DOCUMENT /steps/0/parameters/0/value',
    ]);
  });

  test('is found in a payload and in the default of an input, and never shown', async () => {
    const payload = { login: { user: 'a', password: 'hunter2hunter2' } };
    const inputs = {
      type: 'object',
      properties: { key: { type: 'string', format: 'password', default: secret } },
    };
    const found = await find([step('a', { requestBody: { payload } })], {
      workflow: { inputs },
    });

    expect(placesOf(found)).toEqual(
      expect.arrayContaining([
        'SECRET_IN_DOCUMENT /steps/0/requestBody/payload/login/password',
        'SECRET_IN_DOCUMENT /inputs/properties/key/default',
      ]),
    );
    expect(JSON.stringify(found)).not.toMatch(/hunter2|qX7r9/u);
  });

  test.each([
    ['Authorization', 'Bearer {$inputs.token}'],
    ['Authorization', 'Bearer <token>'],
    ['Authorization', `Basic ${btoa('testuser:testpass')}`],
    ['X-Api-Key', 'your-api-key-1234567890'],
    ['X-Api-Key', '{{apiKey}}'],
    ['password', 'changeme'],
    ['nextToken', secret],
    ['Client-Token', secret],
    ['token_type', 'urn:ietf:params:oauth:token1'],
  ])('is not %s: %s', async (name, value) => {
    expect(await placesIn(name, value)).toEqual([]);
  });

  test.each([
    [
      'a text of JSON',
      { payload: `{ "user": "{$inputs.user}", "password": "hunter2" }` },
    ],
    ['a form', { payload: `grant_type=password&client_secret=${secret}` }],
  ])('is found in %s', async (_what, requestBody) => {
    expect(placesOf(await find([step('a', { requestBody })]))).toEqual([
      'SECRET_IN_DOCUMENT /steps/0/requestBody/payload',
    ]);
  });

  test('is found in a replacement', async () => {
    const replacements = [{ target: '/login/password', value: 'hunter2hunter2' }];
    const requestBody = { payload: { login: { password: '' } }, replacements };

    expect(placesOf(await find([step('a', { requestBody })]))).toEqual([
      'SECRET_IN_DOCUMENT /steps/0/requestBody/replacements/0/value',
    ]);
  });

  test('is found in the value that replaces that of a component', async () => {
    const auth = { name: 'Authorization', in: 'header', value: '$inputs.token' };
    const parameters = [
      { reference: '$components.parameters.auth', value: `Bearer ${secret}` },
    ];
    const document = { components: { parameters: { auth } } };

    expect(placesOf(await find([step('a', { parameters })], { document }))).toEqual([
      'SECRET_IN_DOCUMENT /steps/0/parameters/0/value',
    ]);
  });

  test('is found in the default of a password, whatever its name, and within objects', async () => {
    const properties = {
      pin: { type: 'string', format: 'password', default: 'hunter2' },
      login: { type: 'object', default: { password: 'hunter2hunter2' } },
    };
    const found = await find([step('a')], { workflow: { inputs: { properties } } });

    expect(placesOf(found)).toEqual(
      expect.arrayContaining([
        'SECRET_IN_DOCUMENT /inputs/properties/pin/default',
        'SECRET_IN_DOCUMENT /inputs/properties/login/default/password',
      ]),
    );
  });
});
