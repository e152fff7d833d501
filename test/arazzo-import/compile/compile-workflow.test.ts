import { createMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../../src/index.ts';
import type { WorkflowConfig } from '../../../src/index.ts';
import { invokesOf } from '../../../src/machines/walk-config.ts';
import { provisionDatastoreAndExportConfig } from '../../../src/machines/healthlake/provision-datastore-and-export.config.ts';
import { startExportPollAndListConfig } from '../../../src/machines/healthlake/start-export-poll-and-list.config.ts';
import { runToEnd } from '../../machines/support/start-run.ts';
import { action, simple, workflowText } from '../../machines/support/workflow-text.ts';
import type { WorkflowParts } from '../../machines/support/workflow-text.ts';
import { configOf, transitionsOf } from '../support/import-text.ts';

const finals = ['completed', 'ended', 'failed'];
const inputs = { type: 'object', properties: { a: { type: 'string' } } };

async function compile(parts: WorkflowParts, options = {}): Promise<WorkflowConfig> {
  return configOf(workflowText(parts), options);
}

function stepsCalled(...ids: readonly string[]): WorkflowParts {
  return { steps: ids.map((stepId) => ({ stepId, operationId: 'op' })) };
}

describe('a config', () => {
  const full: WorkflowParts = {
    workflowId: 'test',
    summary: 'short',
    inputs,
    steps: [
      {
        stepId: 'a',
        description: 'What it does.',
        parameters: [{ name: 'q', in: 'query', value: null }],
        requestBody: { payload: { a: '$inputs.a' } },
        onSuccess: [action('again', 'goto', { stepId: 'a', if: '$statusCode == 202' })],
        onFailure: [action('retry', 'retry', { retryAfter: 1 })],
        outputs: { x: '$response.body' },
      },
    ],
    outputs: { x: '$steps.a.outputs.x' },
  };

  test('is JSON and nothing else', async () => {
    const config = await compile(full, { timeout: 1, stepTimeout: 2, pollInterval: 3 });
    expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config);
  });

  test('is the same for the same text', async () => {
    expect(JSON.stringify(await compile(full))).toBe(JSON.stringify(await compile(full)));
  });

  test('has the descriptions of the document', async () => {
    const config = await compile(full);
    expect(config.description).toBe('short');
    expect(config.states['a']?.description).toBe('What it does.');
    expect(transitionsOf(config, 'a')[0]?.description).toBe('$statusCode == 202');
  });

  test.each([
    ['provision-datastore-and-export', provisionDatastoreAndExportConfig],
    ['start-export-poll-and-list', startExportPollAndListConfig],
  ])('of the example %s is that of the ready-made machine', async (name, readyMade) => {
    const path = `examples/healthlake/${name}.arazzo.yaml`;
    const arazzo = await importArazzo(path);
    expect(arazzo.workflow().config).toEqual(readyMade);
  });
});

describe('names', () => {
  test('a state is called like its step, after which come the ends', async () => {
    const config = await compile(stepsCalled('login', 'get-pets', 'größe'));
    expect(Object.keys(config.states)).toEqual(['login', 'get-pets', 'größe', ...finals]);
    expect(config.initial).toBe('login');
  });

  test('what XState reads as syntax is replaced, and numbered when it is taken', async () => {
    const config = await compile(stepsCalled('a.b', '#x', 'a b', 'a_b', '__proto__'));
    expect(Object.keys(config.states)).toEqual([
      'a_b_2',
      '_x',
      'a_b_3',
      'a_b',
      '_',
      ...finals,
    ]);
  });

  test.each([
    'completed',
    'failed',
    'ended',
    'checkingInputs',
    'calling',
    'waiting',
    'test',
  ])('a step may be called %s', async (stepId) => {
    const { output, calls } = await runToEnd({
      inputs,
      steps: [
        { stepId, onFailure: [action('again', 'retry')] },
        { stepId: 'last', onFailure: [action('back', 'goto', { stepId })] },
      ],
    });
    expect([output.status, calls]).toEqual(['completed', [stepId, 'last']]);
  });

  test.each(['a.b', '#x', '__proto__', 'constructor', '1', 'ä ö', '\\', 'x.wait'])(
    'a step that is called %s runs',
    async (stepId) => {
      const { output, calls } = await runToEnd({
        steps: [
          { stepId: 'first', operationId: 'op' },
          { stepId, operationId: 'op' },
        ],
      });
      expect([output.status, calls.length]).toEqual(['completed', 2]);
    },
  );

  test.each(['wait', 'constructor', '__proto__', 'a/b', 'x.y', 'xstate.done'])(
    'an operation that is called %s is called',
    async (operationId) => {
      const { calls, output } = await runToEnd({ steps: [{ stepId: 'a', operationId }] });
      expect([output.status, calls]).toEqual(['completed', [operationId]]);
    },
  );

  test('a workflow may be called like one of its steps, or oddly', async () => {
    for (const workflowId of ['a', 'my.flow#1', '__proto__', 'completed']) {
      const { output } = await runToEnd({ workflowId, steps: [{ stepId: 'a' }] });
      expect(output.status).toBe('completed');
    }
  });

  test('operations of two sources with one id are told apart by the source', async () => {
    const sources = [
      { name: 'one', url: '1.yaml' },
      { name: 'two', url: '2.yaml' },
    ];
    const config = await compile({
      sources,
      steps: [
        { stepId: 'a', operationId: '$sourceDescriptions.one.get' },
        { stepId: 'b', operationId: '$sourceDescriptions.two.get' },
        { stepId: 'c', operationId: '$sourceDescriptions.two.put' },
      ],
    });
    expect(
      ['a', 'b', 'c'].map((key) => invokesOf(config.states[key] ?? {})[0]?.src),
    ).toEqual(['one.get', 'two.get', 'put']);
  });
});

/** The action of each transition of step `a`, or why there is one without. */
function kindsOf(config: WorkflowConfig): readonly string[] {
  return transitionsOf(config, 'a').map(({ meta }) => meta?.action ?? meta?.kind ?? '');
}

describe('the ways on from a step', () => {
  test('are tried in this order', async () => {
    const config = await compile({
      steps: [
        {
          stepId: 'a',
          onSuccess: [
            action('one', 'end', { if: '$statusCode == 201' }),
            action('two', 'end', { if: '$statusCode == 202' }),
          ],
          onFailure: [action('three', 'retry'), action('four', 'end')],
        },
      ],
    });
    expect(kindsOf(config)).toEqual(['one', 'two', 'next', 'three', 'four', 'criteria']);
  });

  test('of a poll end in failure when nothing matches', async () => {
    const onSuccess = [
      action('again', 'goto', { stepId: 'a', if: '$statusCode == 202' }),
    ];
    const parts = { steps: [{ stepId: 'a', onSuccess }] };
    expect(kindsOf(await compile(parts))).toEqual([
      'again',
      'pending',
      'unmatched',
      'criteria',
    ]);
    expect(kindsOf(await compile(parts, { unmatchedPoll: 'next' }))).toEqual([
      'again',
      'next',
      'criteria',
    ]);
  });

  test('have no "next" after an action that always matches', async () => {
    const onSuccess = [action('on', 'end')];
    expect(kindsOf(await compile({ steps: [{ stepId: 'a', onSuccess }] }))).toEqual([
      'on',
      'criteria',
    ]);
  });

  test('without an answer are the failure actions', async () => {
    const onFailure = [action('again', 'retry', { retryLimit: 0 })];
    const config = await compile({ steps: [{ stepId: 'a', onFailure }] });
    const [invoke] = invokesOf(config.states['a']?.states?.['calling'] ?? {});
    expect(invoke?.onError?.map(({ meta }) => meta?.kind)).toEqual([
      'action',
      'no-answer',
    ]);
  });

  test('carry their criteria', async () => {
    const criteria = [simple('$statusCode == 200'), simple('$inputs.a == 1')];
    const onSuccess = [{ name: 'on', type: 'end', criteria }];
    const config = await compile({ steps: [{ stepId: 'a', onSuccess }] });
    const [first] = transitionsOf(config, 'a');
    expect(first).toMatchObject({
      description: '$statusCode == 200 and $inputs.a == 1',
      guard: { type: 'on', params: { on: 'success', criteria } },
    });
  });
});

test('a step that cannot come back to itself is one plain state', async () => {
  const config = await compile({
    steps: [
      { stepId: 'plain' },
      { stepId: 'polls', onSuccess: [action('p', 'goto', { stepId: 'polls' })] },
      { stepId: 'retries', onFailure: [action('r', 'retry')] },
    ],
  });
  const compound = Object.entries(config.states).filter(([, state]) => state.states);
  expect(compound.map(([key]) => key)).toEqual(['polls', 'retries']);
});

test.each([
  ['a schema', inputs, 'checkingInputs'],
  ['no schema', undefined, 'a'],
  ['a schema that takes anything', true, 'a'],
])('with %s for the inputs a run begins in %s', async (_name, schema, initial) => {
  expect((await compile({ inputs: schema, steps: [{ stepId: 'a' }] })).initial).toBe(
    initial,
  );
});

test('every config is one that bare XState takes', async () => {
  const config = await compile(stepsCalled('a.b', 'c'), { timeout: 5 });
  expect(() => createMachine(config as never)).not.toThrow();
});
