import { expect, test } from 'vitest';

import { credentialsOf } from '../../src/cli/run/targets/read-credentials.ts';

const schemes = { basicAuth: { type: 'http', scheme: 'basic' } } as const;
const token = { token: 'x' };

test.each([
  ['basic', [expect.stringContaining('"basicAuth"')]],
  ['basicAuth', []],
  ['aws', []],
])('credentials called "%s" are told where no scheme is called so', (name, problems) => {
  const file = { library: { [name]: token } };
  expect(credentialsOf('library', schemes, { file, env: {} }).problems).toEqual(problems);
});

test('any name will do where the description has no schemes', () => {
  const file = { library: { any: token } };
  expect(credentialsOf('library', {}, { file, env: {} }).problems).toEqual([]);
});
