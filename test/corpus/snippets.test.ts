import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { source } from '../helpers/source.ts';
import { runCorpus } from './support/run-corpus.ts';
import type { CorpusRun } from './support/run-corpus.ts';
import { writeCorpus } from './support/write-corpus.ts';

const good = source`
  arazzo: 1.0.1
  info: {title: T, version: '1'}
  sourceDescriptions:
    - {name: pets, url: ./pets.openapi.yaml, type: openapi}
  workflows:
    - workflowId: main
      steps:
        - {stepId: list, operationId: listPets, successCriteria: [{condition: $statusCode == 200}]}
`;

const openapi = source`
  openapi: 3.1.0
  info: {title: Pets, version: '1'}
  paths:
    /pets:
      get:
        operationId: listPets
        responses: {'200': {description: OK}}
`;

const broken = {
  'empty.yaml': '',
  'text.yaml': 'This is not a workflow: it is a sentence.',
  'binary.yaml': '\u0000\u0001\u0002',
  'array.json': '[1, 2]',
  'unclosed.json': '{"arazzo": "1.0.1", "workflows": [',
  'unclosed.yaml': good.replace('{name: pets,', '{name: pets'),
  'tab.yaml': good.replace('    steps', '\tsteps'),
  'no-steps.yaml': good.replace(/ +steps:[^]*/, ''),
  'steps-as-text.yaml': good.replace(/steps:[^]*/, 'steps: none'),
  'version.yaml': good.replace('1.0.1', '3.0.0'),
  'deep.yaml': '['.repeat(5000),
  'alias.yaml': good.replace('$statusCode == 200', '*nowhere'),
};

const wellFormed = {
  'good.yaml': good,
  'unknown-operation.yaml': good.replace('listPets', 'listBats'),
  'unreadable-condition.yaml': good.replace('== 200', '=== == 200'),
  'unknown-step.yaml': good.replace(
    'operationId: listPets',
    'operationId: listPets, onSuccess: [{name: a, type: goto, stepId: b}]',
  ),
  'one-line.json':
    '{"arazzo":"1.0.1","info":{"title":"T","version":"1"},"sourceDescriptions":[{"name":"a","url":"x"}],"workflows":[{"workflowId":"a","steps":[{"stepId":"a","operationId":"b"}]}]}',
};

const folder = writeCorpus({ ...broken, ...wellFormed, 'pets.openapi.yaml': openapi });
let run: CorpusRun;

beforeAll(async () => {
  run = await runCorpus(folder);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

test('nothing crashes and nothing hangs', () => {
  expect(run).toMatchObject({ code: 0 });
  expect(run.results).toHaveLength(Object.keys({ ...broken, ...wellFormed }).length);
  expect(run.results.map(({ outcome }) => outcome)).toEqual(
    run.results.map(() => 'imported'),
  );
});

test.each(Object.keys(broken))('%s is malformed, and a finding says where', (name) => {
  const result = run.results.find(({ document }) => document === name);
  expect(result).toMatchObject({ isWellFormed: false });
  const [first] = result?.diagnostics ?? [];
  expect(first?.message).toMatch(/\S/);
  expect(first?.line).toBeGreaterThan(0);
  expect(first?.column).toBeGreaterThan(0);
});

test.each(Object.keys(wellFormed))('%s becomes a machine', (name) => {
  const result = run.results.find(({ document }) => document === name);
  expect(result).toMatchObject({ isWellFormed: true, loaded: 1, workflows: 1 });
});

test('a source is read from where the index says', () => {
  const { diagnostics } =
    run.results.find(({ document }) => document === 'good.yaml') ?? {};
  expect(diagnostics).toEqual([]);
});

test('the table has a line for each document, and a summary', () => {
  expect(run.stdout).toMatch(/^good\.yaml +1\/1 +yes +0 /m);
  expect(run.stdout).toMatch(/^unknown-operation\.yaml .* 1 UNKNOWN_OPERATION$/m);
  expect(run.stdout).toContain('5 well-formed, 12 malformed');
});
