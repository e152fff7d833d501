import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const number = { type: 'number' };
const api = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  paths: {
    '/': {
      get: {
        operationId: 'a',
        parameters: ['maxPrice', 'password', 'api_key'].map((name) => ({
          name,
          in: 'query',
          schema: name === 'maxPrice' ? number : { type: 'string' },
        })),
        responses: { '200': { description: '' } },
      },
    },
  },
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  await writeFile(join(folder, 'api.json'), api);
});
afterEach(() => rm(folder, { recursive: true }));

/** A call with these values of parameters, written in YAML. */
function withValues(values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(
    ([name, value]) => `          - name: ${name}\n            in: query
            value: ${value}\n`,
  );
  return `arazzo: 1.0.1
info: { title: T, version: '1' }
sourceDescriptions: [{ name: api, url: ./api.json, type: openapi }]
workflows:
  - workflowId: w
    steps:
      - stepId: a
        operationId: a
        parameters:
${lines.join('')}        successCriteria: [{ condition: $statusCode == 200 }]
`;
}

const long = `k9${'QzR4'.repeat(30)}`;

describe.each([
  ['in another place', { password: 'hunter2x9', maxPrice: 'hunter2x9' }, /unter2x/u],
  [
    'that is a part of another',
    {
      api_key: 'hunter2x9',
      password: 'hunter2x9-prod-k8y',
      maxPrice: 'hunter2x9-prod-k8y',
    },
    /unter2x|prod-k8/u,
  ],
  [
    'with an escape, without it elsewhere',
    { password: String.raw`"hunt\u00e9r2x9"`, maxPrice: 'huntér2x9' },
    /hunt|r2x9/u,
  ],
  [
    'without an escape, with it elsewhere',
    { password: 'huntér2x9', maxPrice: String.raw`"hunt\u00e9r2x9"` },
    /hunt|r2x9/u,
  ],
  [
    'in a URL',
    { callback: 'https://a.test/?password=hunter2x9', maxPrice: 'hunter2x9' },
    /unter2x/u,
  ],
  [
    'in a body that is a text',
    { callback: `'{"password":"hunter2x9"}'`, maxPrice: 'hunter2x9' },
    /unter2x/u,
  ],
  ['behind an alias', { maxPrice: '&pw hunter2x9', password: '*pw' }, /unter2x/u],
  ['that a message cuts', { password: long, maxPrice: `Bearer-${long}` }, /QzR4/u],
])('a secret %s', (_, values, pattern) => {
  test.each([[], ['--json'], ['--sarif']])('is not printed %s', async (...options) => {
    const file = join(folder, 'a.yaml');
    await writeFile(file, withValues(values));
    const { stdout } = await runCli(['check', file, ...options]);
    expect(stdout).toContain('SECRET_IN_DOCUMENT');
    expect(stdout).toContain('is not a number');
    expect(stdout).not.toMatch(pattern);
  });
});
