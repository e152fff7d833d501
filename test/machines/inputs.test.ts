import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import type { Json, JsonRecord, LoadedWorkflow } from '../../src/index.ts';
import { runToEnd } from './support/start-run.ts';
import { workflowText } from './support/workflow-text.ts';

async function workflowWith(inputs: Json): Promise<LoadedWorkflow> {
  const arazzo = await importArazzo(workflowText({ inputs, steps: [{ stepId: 'a' }] }));
  return arazzo.workflow();
}

/** The places of what is wrong with the value of the only input. */
async function problemsOf(schema: Json, value: Json): Promise<readonly string[]> {
  const { validateInputs } = await workflowWith({
    type: 'object',
    properties: { it: schema },
  });
  return validateInputs({ it: value }).map(({ path }) => path);
}

describe('inputs that do not fit', () => {
  const inputs = {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, size: { enum: ['S', 'L'] } },
  };

  test('fail the run before anything is called (A-WF-06)', async () => {
    const input: JsonRecord = { size: 'M' };
    const { output, calls } = await runToEnd(
      { inputs, steps: [{ stepId: 'a' }] },
      { input },
    );
    expect(calls).toEqual([]);
    expect(output).toMatchObject({
      status: 'failed',
      outputs: {},
      failure: {
        kind: 'inputs',
        inputs: [{ path: '', missing: 'name' }, { path: '/size' }],
        notDone: ['a'],
        leftBehind: [],
      },
    });
  });

  test('are told in words', async () => {
    const { validateInputs } = await workflowWith({
      ...inputs,
      additionalProperties: false,
    });
    expect(validateInputs({ size: 'M', x: 1 }).map(({ message }) => message)).toEqual([
      'The input "name" is missing.',
      'The inputs must not have "x".',
      'The input "size" must be one of "S", "L".',
    ]);
  });

  test('are known before the run', async () => {
    const { validateInputs } = await workflowWith(inputs);
    expect(validateInputs({ name: 'x' })).toEqual([]);
    expect(validateInputs(null)).toHaveLength(1);
  });

  test('are everything when the schema is false', async () => {
    const { output } = await runToEnd({ inputs: false, steps: [{ stepId: 'a' }] });
    expect(output).toMatchObject({ failure: { kind: 'inputs' } });
  });

  test.each([
    ['true', true],
    ['absent', undefined],
  ])('are nothing when the schema is %s', async (_name, schema) => {
    const { output } = await runToEnd({ inputs: schema, steps: [{ stepId: 'a' }] });
    expect(output.status).toBe('completed');
  });
});

describe('the formats of Arazzo (A-DOC-16)', () => {
  const wrong = ['/it'];

  test.each([
    ['int32', 2 ** 31 - 1, 2 ** 31],
    ['int32', 7, 1.5],
    ['int64', 2 ** 40, 0.5],
  ])('%s takes %d and not %d', async (format, good, bad) => {
    expect(await problemsOf({ type: 'number', format }, good)).toEqual([]);
    expect(await problemsOf({ type: 'number', format }, bad)).toEqual(wrong);
  });

  test.each(['float', 'double', 'password', 'date-time', 'whatever'])(
    '%s refuses nothing',
    async (format) => {
      expect(await problemsOf({ format }, 1.5)).toEqual([]);
      expect(await problemsOf({ format }, 'x')).toEqual([]);
    },
  );
});

describe('JSON Schema 2020-12 (A-WF-05)', () => {
  test.each<[string, Json, Json, Json]>([
    ['enum', { enum: ['R4'] }, 'R4', 'R5'],
    ['pattern', { pattern: '^s3://' }, 's3://b', 'http://b'],
    [
      'patternProperties',
      { patternProperties: { '^x-': { type: 'number' } } },
      { 'x-a': 1 },
      { 'x-a': 'b' },
    ],
    ['prefixItems', { prefixItems: [{ type: 'string' }] }, ['a'], [1]],
    ['const', { const: { a: 1 } }, { a: 1 }, { a: 2 }],
    [
      'unevaluatedProperties',
      { properties: { a: true }, unevaluatedProperties: false },
      { a: 1 },
      { b: 1 },
    ],
    [
      '$anchor',
      { $anchor: 'n', properties: { next: { $ref: '#n' }, v: { type: 'number' } } },
      { next: { v: 1 } },
      { next: { v: 'x' } },
    ],
  ])('knows %s', async (_keyword, schema, good, bad) => {
    expect(await problemsOf(schema, good)).toEqual([]);
    expect(await problemsOf(schema, bad)).not.toEqual([]);
  });

  test('does not hang on a pattern that is meant to hang', async () => {
    const text = `${'a'.repeat(50_000)}!`;
    const started = performance.now();
    expect(await problemsOf({ pattern: '^(a+)+$' }, text)).toEqual(['/it']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('without an end refuses the inputs, and the run', async () => {
    const { output, calls } = await runToEnd({
      inputs: { allOf: [{ $ref: '#' }] },
      steps: [{ stepId: 'a' }],
    });
    expect(output).toMatchObject({ status: 'failed', failure: { kind: 'inputs' } });
    expect(calls).toEqual([]);
  });

  test('default is the value of an input that is not given (A-WF-07)', async () => {
    const { output } = await runToEnd({
      inputs: { type: 'object', properties: { q: { default: 1 } } },
      steps: [{ stepId: 'a' }],
      outputs: { q: '$inputs.q' },
    });
    expect(output.outputs).toEqual({ q: 1 });
  });
});
