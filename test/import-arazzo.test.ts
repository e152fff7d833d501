import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ArazzoImportError, importArazzo } from '../src/index.ts';
import { source } from './helpers/source.ts';

const head = source`
  arazzo: 1.0.1
  info: { title: Test, version: '1.0' }
  sourceDescriptions:
    - { name: api, url: ./api.yaml, type: openapi }
  workflows:
`;
const good = source`
  - workflowId: good
    steps:
      - { stepId: a, operationId: op }
`;
const bad = source`
  - workflowId: bad
    steps:
      - { stepId: a, workflowId: gone }
`;

const example = 'examples/healthlake/provision-datastore-and-export.arazzo.yaml';

describe('what is imported', () => {
  test('may be a text, YAML or JSON', async () => {
    const document = {
      arazzo: '1.0.1',
      info: { title: 'Test', version: '1' },
      sourceDescriptions: [{ name: 'api', url: 'x' }],
      workflows: [{ workflowId: 'j', steps: [{ stepId: 'a', operationId: 'op' }] }],
    };
    const yaml = await importArazzo(head + good);
    const json = await importArazzo(` ${JSON.stringify(document)}`);
    expect(yaml.workflow().workflowId).toBe('good');
    expect(json.workflow().workflowId).toBe('j');
  });

  test('may be a file, whose API descriptions are read from beside it', async () => {
    const { diagnostics } = await importArazzo(example);
    expect(diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(diagnostics.map(({ code }) => code)).not.toContain('UNREADABLE_SOURCE');
    expect(diagnostics[0]?.range.uri).toBe(example);
  });

  test('of a text no source is read unless the caller says how', async () => {
    const { diagnostics } = await importArazzo(head + good);
    expect(diagnostics).toEqual([]);
  });

  test('a file may name an API description that is not there, and still runs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'import-arazzo-'));
    const file = join(folder, 'a.arazzo.yaml');
    await writeFile(file, head + good);
    const arazzo = await importArazzo(file);
    await rm(folder, { recursive: true });
    expect(arazzo.diagnostics.map(({ code }) => code)).toEqual(['UNREADABLE_SOURCE']);
    expect(arazzo.workflow().workflowId).toBe('good');
  });

  test('a file that is not there rejects', async () => {
    await expect(importArazzo('gone.arazzo.yaml')).rejects.toMatchObject({
      name: 'ArazzoImportError',
      code: 'FILE_UNREADABLE',
    });
  });
});

describe('a workflow', () => {
  test('without an id is the first of the document, and never another one', async () => {
    const first = await importArazzo(head + good + bad);
    expect(first.workflow().workflowId).toBe('good');
    const broken = await importArazzo(head + bad + good);
    expect(() => broken.workflow()).toThrow(ArazzoImportError);
    expect(broken.workflow('good').workflowId).toBe('good');
  });

  test('with errors throws them', async () => {
    const arazzo = await importArazzo(head + good + bad);
    expect(() => arazzo.workflow('bad')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_WORKFLOW' }),
    );
    expect(arazzo.workflows.map(({ workflowId }) => workflowId)).toEqual(['good']);
  });

  test('with errors becomes a machine when the caller wants it (C-49)', async () => {
    const arazzo = await importArazzo(head + good + bad, { allowErrors: true });
    expect(arazzo.workflow('bad').machine().id).toBe('bad');
    expect(arazzo.diagnostics).toMatchObject([{ code: 'UNKNOWN_WORKFLOW' }]);
  });

  test('whose id is misspelled is told the nearest', async () => {
    const arazzo = await importArazzo(head + good + bad);
    expect(() => arazzo.workflow('goood')).toThrow(
      expect.objectContaining({
        diagnostics: [expect.objectContaining({ hint: 'Did you mean "good"?' })],
      }),
    );
  });

  test('that is not there throws the ids that are, whatever else is wrong', async () => {
    const arazzo = await importArazzo(head + good + bad);
    expect(() => arazzo.workflow('nope')).toThrow(
      expect.objectContaining({
        code: 'UNKNOWN_WORKFLOW',
        diagnostics: [
          expect.objectContaining({ hint: 'Its workflows are "good", "bad".' }),
        ],
      }),
    );
  });

  test.each([
    ['no YAML', 'a: [\n', 'YAML_SYNTAX'],
    ['no Arazzo', 'openapi: 3.1.0\n', 'MISSING_FIELD'],
    ['nothing', '\n', 'WRONG_TYPE'],
  ])('of a text that is %s throws what is wrong with it', async (_name, text, code) => {
    const arazzo = await importArazzo(text);
    expect(arazzo.workflows).toEqual([]);
    expect(arazzo.diagnostics.map((each) => each.code)).toContain(code);
    expect(() => arazzo.workflow()).toThrow(ArazzoImportError);
  });
});
