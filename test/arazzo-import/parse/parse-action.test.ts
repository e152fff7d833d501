import { describe, expect, test } from 'vitest';
import { diagnose, error, hintsOf, stepOf, warning } from './diagnose.ts';
import { stepPath, stepWith } from './documents.ts';

const success = `${stepPath}/onSuccess/0`;
const failure = `${stepPath}/onFailure/0`;

function onSuccess(fields: string, version?: string): string {
  return stepWith(`onSuccess: [{${fields}}]`, version);
}

function onFailure(fields: string, version?: string): string {
  return stepWith(`onFailure: [{${fields}}]`, version);
}

describe.each([
  ['SACT', onSuccess, success],
  ['FACT', onFailure, failure],
] as const)('A-%s: both kinds of actions', (_id, action, path) => {
  test('need a name, and are called by their place without one', () => {
    expect(diagnose(action('type: end'))).toMatchObject([
      { code: 'MISSING_ACTION_NAME', severity: 'warning', path: `${path}/name` },
    ]);
    const step = stepOf(action('type: end'));
    expect([...step.onSuccess, ...step.onFailure]).toMatchObject([
      { name: path === success ? 'onSuccess-1' : 'onFailure-1' },
    ]);
  });

  test('need a type', () => {
    expect(diagnose(action('name: a'))).toMatchObject([
      { code: 'MISSING_FIELD', severity: 'error', path: `${path}/type` },
    ]);
  });

  test('have only the types there are', () => {
    expect(diagnose(action('name: a, type: jump'))).toEqual([
      error('INVALID_VALUE', `${path}/type`, 'jump'),
    ]);
  });

  test('go somewhere', () => {
    expect(diagnose(action('name: a, type: goto'))).toMatchObject([
      { code: 'MISSING_FIELD', severity: 'error', path: `${path}/stepId` },
    ]);
  });

  test('go to one place only', () => {
    expect(diagnose(action('name: a, type: goto, stepId: b, workflowId: c'))).toEqual([
      error('CONFLICTING_FIELDS', `${path}/workflowId`, 'workflowId'),
    ]);
  });

  test('go nowhere from the end', () => {
    expect(diagnose(action('name: a, type: end, stepId: b'))).toEqual([
      warning('IGNORED_FIELD', `${path}/stepId`, 'stepId'),
    ]);
  });

  test('have criteria', () => {
    expect(diagnose(action('name: a, type: end, criteria: [{}]'))).toMatchObject([
      { code: 'MISSING_FIELD', path: `${path}/criteria/0/condition` },
    ]);
  });

  test('are unique by name', () => {
    const field = path === success ? 'onSuccess' : 'onFailure';
    const text = stepWith(`${field}: [{name: a, type: end}, {name: a, type: end}]`);
    expect(diagnose(text)).toEqual([
      error('DUPLICATE_NAME', `${stepPath}/${field}/1/name`, 'a'),
    ]);
  });
});

describe('success actions', () => {
  test('A-SACT-04: should not retry, and the hint says how to poll', () => {
    const text = onSuccess('name: a, type: retry, retryAfter: 5, retryLimit: 2');
    expect(diagnose(text)).toEqual([
      warning('RETRY_ON_SUCCESS', `${success}/type`, 'retry'),
    ]);
    expect(hintsOf(text)).toEqual([expect.stringContaining('type: goto')]);
    expect(stepOf(text).onSuccess).toMatchObject([
      { type: 'retry', retryAfter: 5, retryLimit: 2 },
    ]);
  });

  test('A-SACT-06: go to a step', () => {
    expect(stepOf(onSuccess('name: a, type: goto, stepId: b')).onSuccess).toEqual([
      {
        kind: 'successAction',
        path: success,
        name: 'a',
        type: 'goto',
        stepId: 'b',
        criteria: [],
        parameters: [],
      },
    ]);
  });

  test('A-SACT-19: an empty list is as good as none', () => {
    expect(diagnose(stepWith('onSuccess: []'))).toEqual([]);
  });
});

describe('failure actions', () => {
  test('A-FACT-08, 10: retry after seconds, a number of times', () => {
    const text = onFailure('name: a, type: retry, retryAfter: 1.5, retryLimit: 0');
    expect(diagnose(text)).toEqual([]);
    expect(stepOf(text).onFailure).toMatchObject([
      { kind: 'failureAction', retryAfter: 1.5, retryLimit: 0 },
    ]);
  });

  test.each([
    ['retryAfter', '-1'],
    ['retryLimit', '-1'],
    ['retryLimit', '1.5'],
    ['retryAfter', '1e999'],
  ])('A-FACT-08, 10: %s is not %s', (field, value) => {
    expect(diagnose(onFailure(`name: a, type: retry, ${field}: ${value}`))).toEqual([
      error('INVALID_VALUE', `${failure}/${field}`, value),
    ]);
  });

  test('A-FACT-08: a quoted number is a number, with a hint', () => {
    const text = onFailure('name: a, type: retry, retryAfter: "5"');
    expect(diagnose(text)).toEqual([
      warning('QUOTED_NUMBER', `${failure}/retryAfter`, '"5"'),
    ]);
    expect(hintsOf(text)).toEqual(['Remove the quotes: retryAfter: 5']);
  });

  test('A-FACT-14, 15: retry after a step or a workflow', () => {
    expect(diagnose(onFailure('name: a, type: retry, stepId: b'))).toEqual([]);
    expect(diagnose(onFailure('name: a, type: retry, workflowId: b'))).toEqual([]);
  });

  test('A-FACT-16: retry after one of them', () => {
    expect(diagnose(onFailure('name: a, type: retry, stepId: b, workflowId: c'))).toEqual(
      [error('CONFLICTING_FIELDS', `${failure}/workflowId`, 'workflowId')],
    );
  });

  test.each(['end', 'goto, stepId: b'])(
    'A-FACT-17: %s has no use for retry fields',
    (type) => {
      const text = onFailure(`name: a, type: ${type}, retryAfter: 1, retryLimit: 1`);
      expect(diagnose(text)).toEqual([
        warning('IGNORED_FIELD', `${failure}/retryAfter`, 'retryAfter'),
        warning('IGNORED_FIELD', `${failure}/retryLimit`, 'retryLimit'),
      ]);
    },
  );
});

describe('parameters of actions', () => {
  const call = 'name: a, type: goto, workflowId: w, parameters: [{name: p, value: 1}]';

  test('B-ACT-01: are inputs of the workflow', () => {
    const text = onSuccess(call, '1.1.0');
    expect(diagnose(text)).toEqual([]);
    expect(stepOf(text).onSuccess).toMatchObject([
      { parameters: [{ name: 'p', value: 1 }] },
    ]);
  });

  test('C-05: are read in Arazzo 1.0 too, with a warning', () => {
    const text = onSuccess(call);
    expect(diagnose(text)).toEqual([
      warning('UNKNOWN_FIELD', `${success}/parameters`, 'parameters'),
    ]);
    expect(stepOf(text).onSuccess).toMatchObject([{ parameters: [{ name: 'p' }] }]);
  });

  test('B-ACT-02: have no "in"', () => {
    const text = onSuccess(call.replace('value', 'in: query, value'), '1.1.0');
    expect(diagnose(text)).toEqual([
      error('CONFLICTING_FIELDS', `${success}/parameters/0/in`, 'in'),
    ]);
  });

  test('B-ACT-04: need a workflow', () => {
    const text = onSuccess(call.replace('workflowId: w', 'stepId: list'), '1.1.0');
    expect(diagnose(text)).toEqual([
      error('CONFLICTING_FIELDS', `${success}/parameters`, 'parameters'),
    ]);
  });
});
