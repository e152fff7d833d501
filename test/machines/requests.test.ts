import { describe, expect, test } from 'vitest';
import type { JsonRecord } from '../../src/index.ts';
import { body } from './support/create-scripted-service.ts';
import { runToEnd } from './support/start-run.ts';

/** What the service is asked by the only step of a workflow. */
async function requestOf(
  step: Readonly<Record<string, unknown>>,
  input: JsonRecord = {},
): Promise<{ parameters: unknown; payload: unknown; contentType: unknown }> {
  const { run } = await runToEnd({ steps: [{ stepId: 'a', ...step }] }, { input });
  const [request] = run.service.requests;
  return {
    parameters: request?.parameters,
    payload: request?.requestBody?.payload,
    contentType: request?.requestBody?.contentType,
  };
}

function q(value: unknown): { readonly parameters: readonly object[] } {
  return { parameters: [{ name: 'q', in: 'query', value }] };
}

describe('parameters', () => {
  test.each([
    ['a constant of any type (A-PARAM-11)', { a: [1, null] }, {}, { a: [1, null] }],
    ['an expression, its type kept (A-PARAM-12)', '$inputs.n', { n: 5 }, 5],
    [
      'embedded expressions (A-PARAM-13)',
      '{$inputs.a}-{$inputs.n}',
      { a: 'x', n: 5 },
      'x-5',
    ],
    [
      'nested expressions (A-PARAM-14)',
      ['$inputs.n', { b: '$inputs.a' }],
      { a: 'x', n: 5 },
      [5, { b: 'x' }],
    ],
    ['null', null, {}, null],
    ['text that only looks like one (A-EXPR-22)', '$5.00', {}, '$5.00'],
  ])('the value may be %s', async (_name, value, input, expected) => {
    const { parameters } = await requestOf(q(value), input);
    expect(parameters).toEqual([{ name: 'q', in: 'query', value: expected }]);
  });

  test('one whose value leads to nothing is left out (A-PARAM-18, C-15)', async () => {
    const { parameters } = await requestOf(q('$inputs.missing'));
    expect(parameters).toEqual([]);
  });

  test('a value that looks like an expression is not evaluated again (A-EXPR-23)', async () => {
    const { parameters } = await requestOf(q('{$inputs.a}'), {
      a: '{$inputs.secret}',
      secret: 'x',
    });
    expect(parameters).toMatchObject([{ value: '{$inputs.secret}' }]);
  });
});

describe('the payload', () => {
  test('keeps types, and leaves out what leads to nothing (A-BODY-03, C-15)', async () => {
    const payload = { id: '$inputs.id', name: '$inputs.name', fixed: true };
    const sent = await requestOf({ requestBody: { payload } }, { id: 7 });
    expect(sent.payload).toEqual({ id: 7, fixed: true });
  });

  test('may be one expression (A-BODY-05)', async () => {
    const sent = await requestOf(
      { requestBody: { payload: '$inputs.order' } },
      { order: { a: 1 } },
    );
    expect(sent.payload).toEqual({ a: 1 });
  });

  test('may be JSON text with expressions in it (A-BODY-04, C-29)', async () => {
    const payload = '{"id": "{$inputs.id}", "who": "{$inputs.who}"}';
    const requestBody = { contentType: 'application/json', payload };
    const sent = await requestOf({ requestBody }, { id: 7, who: { name: 'O"x' } });
    expect(JSON.parse(String(sent.payload))).toEqual({ id: 7, who: { name: 'O"x' } });
  });

  test('as text of another type is put together as it is (A-BODY-06)', async () => {
    const requestBody = {
      contentType: 'application/xml',
      payload: '<id>{$inputs.id}</id>',
    };
    const sent = await requestOf({ requestBody }, { id: 7 });
    expect(sent).toMatchObject({
      payload: '<id>7</id>',
      contentType: 'application/xml',
    });
  });
});

describe('replacements', () => {
  test('are set in order, after the expressions (A-BODY-11, A-BODY-16)', async () => {
    const requestBody = {
      payload: { a: '$inputs.a', list: [{ id: 0 }] },
      replacements: [
        { target: '/a', value: 10 },
        { target: '/list/0/id', value: '$inputs.a' },
        { target: '/new', value: 'x' },
      ],
    };
    const sent = await requestOf({ requestBody }, { a: 1 });
    expect(sent.payload).toEqual({ a: 10, list: [{ id: 1 }], new: 'x' });
  });

  test('reach into JSON that is given as text', async () => {
    const requestBody = {
      contentType: 'application/json; charset=utf-8',
      payload: '{"a": {"b": 1}, "c": "{$inputs.c}"}',
      replacements: [{ target: '/a/b', value: 2 }],
    };
    const sent = await requestOf({ requestBody }, { c: 'x' });
    expect(sent.payload).toEqual({ a: { b: 2 }, c: 'x' });
  });

  test('do not change the value that the payload comes from (A-BODY-16)', async () => {
    const { output } = await runToEnd(
      {
        steps: [
          { stepId: 'a', outputs: { it: '$response.body' } },
          {
            stepId: 'b',
            requestBody: {
              payload: '$steps.a.outputs.it',
              replacements: [{ target: '/n', value: 2 }],
            },
          },
        ],
        outputs: { it: '$steps.a.outputs.it' },
      },
      { script: [body({ n: 1 })] },
    );
    expect(output.outputs).toEqual({ it: { n: 1 } });
  });

  test('with a parent that is not there fail the step before anything is sent (A-BODY-17)', async () => {
    const { output, calls } = await runToEnd({
      steps: [
        {
          stepId: 'a',
          requestBody: {
            payload: {},
            replacements: [{ target: '/no/where', value: 1 }],
          },
        },
      ],
    });
    expect(calls).toEqual([]);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { kind: 'no-answer', error: { type: 'INVALID_REQUEST' }, leftBehind: [] },
    });
  });
});

test('conditions and outputs can see the request (A-EXPR-01 to A-EXPR-08)', async () => {
  const { output } = await runToEnd(
    {
      steps: [
        {
          stepId: 'a',
          parameters: [
            { name: 'X-Id', in: 'header', value: 'h' },
            { name: 'q', in: 'query', value: 1 },
            { name: 'p', in: 'path', value: 'z' },
          ],
          requestBody: { payload: { deep: { n: '$inputs.n' } } },
          outputs: {
            header: '$request.header.x-id',
            query: '$request.query.q',
            path: '$request.path.p',
            body: '$request.body#/deep/n',
            url: '$url',
            method: '$method',
            code: '$statusCode',
            answered: '$response.header.X-Thing',
          },
        },
      ],
      outputs: { seen: '$steps.a.outputs' },
    },
    {
      input: { n: 4 },
      script: [
        {
          headers: { 'x-thing': 'y' },
          request: { method: 'POST', url: 'https://h/x?q=1' },
        },
      ],
    },
  );
  expect(output.outputs).toEqual({
    seen: {
      header: 'h',
      query: 1,
      path: 'z',
      body: 4,
      url: 'https://h/x?q=1',
      method: 'POST',
      code: 200,
      answered: 'y',
    },
  });
});
