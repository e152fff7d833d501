import { describe, expect, test } from 'vitest';
import { workflowText } from '../../machines/support/workflow-text.ts';
import { findingsOf, hintsOf } from '../support/import-text.ts';

const outputs = { id: '$response.body#/id' };
const inputs = { type: 'object', properties: { name: { type: 'string' } } };

/** A second step with a value in its payload, after one with an output `id`. */
function withValue(value: string, more: object = {}): string {
  const requestBody = { payload: { it: [value] } };
  return workflowText({
    inputs,
    ...more,
    steps: [
      { stepId: 'create', outputs },
      { stepId: 'use', requestBody },
    ],
  });
}

const place = '/workflows/0/steps/1/requestBody/payload';

describe('names that nothing bears are warnings (C-31)', () => {
  test.each([
    ['UNKNOWN_INPUT', '$inputs.nam', 'Did you mean "$inputs.name"?'],
    ['UNKNOWN_STEP', '$steps.creat.outputs.id', 'Did you mean "$steps.create"?'],
    [
      'UNKNOWN_OUTPUT',
      '{$steps.create.outputs.ide}!',
      'Did you mean "$steps.create.outputs.id"?',
    ],
    [
      'UNKNOWN_SOURCE',
      '$sourceDescriptions.apy.url',
      'Did you mean "$sourceDescriptions.api"?',
    ],
  ])('%s: %s', async (code, value, hint) => {
    const text = withValue(value);
    expect(await findingsOf(text)).toMatchObject([{ code, severity: 'warning' }]);
    expect(await hintsOf(text)).toEqual([hint]);
  });

  test.each([
    [
      'UNKNOWN_INPUT',
      '$workflows.test.inputs.nam',
      'Did you mean "$workflows.test.inputs.name"?',
    ],
    ['UNKNOWN_WORKFLOW', '$workflows.tes.outputs.id', 'Did you mean "$workflows.test"?'],
    ['UNKNOWN_OUTPUT', '$workflows.test.outputs.id', 'It has none.'],
    ['UNKNOWN_OUTPUT', '$steps.create.outputs.something', 'It has "id".'],
  ])('%s: %s', async (code, value, hint) => {
    const sources = [{ name: 'api', url: './api.yaml', type: 'openapi' }];
    const text = withValue(value, { sources });
    expect(await findingsOf(text)).toMatchObject([{ code, severity: 'warning' }]);
    expect(await hintsOf(text)).toEqual([hint]);
  });

  test('a text that is repeated is reported wherever it stands', async () => {
    const requestBody = { payload: ['$inputs.nam', 'fine', '$inputs.nam'] };
    const text = workflowText({ inputs, steps: [{ stepId: 'use', requestBody }] });
    const payload = '/workflows/0/steps/0/requestBody/payload';
    expect(await findingsOf(text)).toMatchObject([
      { code: 'UNKNOWN_INPUT', path: `${payload}/0` },
      { code: 'UNKNOWN_INPUT', path: `${payload}/2` },
    ]);
  });

  test('nothing is known of workflows that another document may have', async () => {
    const sources = [
      { name: 'api', url: './api.yaml', type: 'openapi' },
      { name: 'flows', url: './flows.yaml', type: 'arazzo' },
    ];
    const text = withValue('$workflows.login.outputs.id', { sources });
    const codes = (await findingsOf(text)).map(({ code }) => code);
    expect(codes).not.toContain('UNKNOWN_WORKFLOW');
  });

  test.each([
    '$inputs.name',
    '$inputs.name#/first',
    '$inputs.name.first',
    '$steps.create.outputs',
    '$steps.create.outputs.id',
    '$steps.create.outputs.id.deep.0',
    '$sourceDescriptions.api.url',
  ])('%s is known', async (value) => {
    const codes = (await findingsOf(withValue(value))).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('UNKNOWN'))).toEqual([]);
  });

  test.each([
    ['combines others', { allOf: [true] }],
    ['is a reference', { $ref: '#/$defs/x', $defs: { x: true } }],
    ['lets others in', { type: 'object', additionalProperties: true }],
    ['is true', true],
  ])('inputs may be called anything when their schema %s', async (_name, schema) => {
    expect(await findingsOf(withValue('$inputs.any', { inputs: schema }))).toEqual([]);
  });

  test.each([
    ['is absent', undefined],
    ['lists nothing', { type: 'object' }],
    ['has an empty list', { type: 'object', properties: {} }],
    ['lets nothing in', { type: 'object', additionalProperties: false }],
  ])('an input is unknown when the schema %s, and said once', async (_name, schema) => {
    const requestBody = { payload: ['$inputs.any', '{$inputs.any}!'] };
    const text = workflowText({
      ...(schema === undefined ? {} : { inputs: schema }),
      steps: [{ stepId: 'use', requestBody }],
    });
    expect(await findingsOf(text)).toMatchObject([
      {
        code: 'UNKNOWN_INPUT',
        severity: 'warning',
        path: `${place.replace('1', '0')}/0`,
      },
    ]);
  });

  test.each([
    ['a component', { $ref: '#/components/inputs/common' }],
    ['a part', { allOf: [{ properties: { name: {} } }, { properties: { age: {} } }] }],
    ['a choice', { anyOf: [{ properties: { name: {} } }, { properties: { id: {} } }] }],
  ])('the input that is meant may stand in %s', async (_name, schema) => {
    const components = { inputs: { common: { properties: { name: {} } } } };
    const text = withValue('$inputs.nam', { inputs: schema, components });
    expect(await hintsOf(text)).toEqual(['Did you mean "$inputs.name"?']);
  });

  test('a member that an input does not have is unknown too', async () => {
    const address = { type: 'object', properties: { zip: { type: 'string' } } };
    const schema = { type: 'object', properties: { address } };
    const text = withValue('$inputs.address#/zpi', { inputs: schema });
    expect(await findingsOf(text)).toMatchObject([{ code: 'UNKNOWN_INPUT' }]);
    expect(await hintsOf(text)).toEqual(['Did you mean "zip"?']);
  });

  test('they are found in criteria and in the outputs of the workflow too', async () => {
    const text = workflowText({
      inputs,
      outputs: { x: '$steps.b.outputs.x' },
      steps: [{ stepId: 'a', successCriteria: [{ condition: '$inputs.no == 1' }] }],
    });
    expect(await findingsOf(text)).toMatchObject([
      { code: 'UNKNOWN_STEP', path: '/workflows/0/outputs/x' },
      { code: 'UNKNOWN_INPUT', path: '/workflows/0/steps/0/successCriteria/0/condition' },
    ]);
  });
});

test.each(['$steps.', '$request.foo.x', '{$response.body#fo~2o}!'])(
  '%s is an invalid expression, at its place (A-EXPR-25)',
  async (value) => {
    expect(await findingsOf(withValue(value))).toMatchObject([
      { code: 'INVALID_EXPRESSION', severity: 'error', path: `${place}/it/0` },
    ]);
  },
);

test('an expression without its braces is noted where it stands', async () => {
  expect(await findingsOf(withValue('Bearer $inputs.name'))).toMatchObject([
    { code: 'UNBRACED_EXPRESSION', severity: 'warning', path: `${place}/it/0` },
  ]);
});

function withCriterion(criterion: object): string {
  const successCriteria = [criterion];
  return workflowText({ steps: [{ stepId: 'a', successCriteria }] });
}

describe('conditions', () => {
  const path = '/workflows/0/steps/0/successCriteria/0/condition';
  const context = '$response.body';

  test.each([
    ['simple', { condition: '$statusCode ==' }],
    ['simple', { condition: 'process.exit()' }],
    ['regex', { context, type: 'regex', condition: '(' }],
    ['jsonpath', { context, type: 'jsonpath', condition: '$[' }],
  ])('a broken %s condition is an error (A-CRIT-24)', async (_type, criterion) => {
    expect(await findingsOf(withCriterion(criterion))).toMatchObject([
      { code: 'INVALID_CONDITION', severity: 'error', path },
    ]);
  });

  test('a lax JSONPath is understood and noted (C-21)', async () => {
    const criterion = { context, type: 'jsonpath', condition: '$.status == "OK"' };
    expect(await findingsOf(withCriterion(criterion))).toEqual([
      {
        code: 'LAX_JSONPATH',
        severity: 'warning',
        path,
        at: String.raw`"$.status == \"OK\""`,
      },
    ]);
  });
});

test('a replacement has a JSON Pointer as its target', async () => {
  const requestBody = { payload: {}, replacements: [{ target: 'a', value: 1 }] };
  const text = workflowText({ steps: [{ stepId: 'a', requestBody }] });
  expect(await findingsOf(text)).toMatchObject([
    { code: 'INVALID_VALUE', severity: 'error' },
  ]);
});
