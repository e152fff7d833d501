import { describe, expect, test } from 'vitest';
import { find, withCode } from '../support/find.ts';
import { end, goto, step, success } from '../support/step.ts';

const outputs = { id: '$response.body#/id' };
const ok = success('$statusCode == 201');
const using = (stepId: string) => ({
  parameters: [{ name: 'id', in: 'query', value: `$steps.${stepId}.outputs.id` }],
});

/** Outputs that may be missing. */
async function missingIn(steps: readonly object[], workflow = {}) {
  return withCode(await find(steps, { workflow }), 'OUTPUT_MAY_BE_MISSING');
}

describe('an output that is read where its step may not have succeeded', () => {
  test('is found with a way on which it is not there', async () => {
    const onFailure = [goto('exists', 'list', '$statusCode == 409')];
    const steps = [
      step('create', { ...ok, outputs, onFailure }),
      step('list', using('create')),
    ];
    const found = await missingIn(steps);

    expect(found).toMatchObject([
      { severity: 'warning', path: '/workflows/0/steps/1/parameters/0/value' },
    ]);
    expect(found[0]?.message).toContain('create 409 → list');
  });

  test('is found when a success action skips the step', async () => {
    const onSuccess = [goto('known', 'use', '$response.body#/known == true')];
    const steps = [
      step('look', { onSuccess }),
      step('create', { outputs }),
      step('use', using('create')),
    ];

    expect((await missingIn(steps))[0]?.message).toContain('look (known) → use');
  });

  test('is found when the step comes later, and in its own request', async () => {
    const steps = [step('use', using('create')), step('create', { outputs })];

    expect(await missingIn(steps)).toHaveLength(1);
    expect(await missingIn([step('a', { outputs, ...using('a') })])).toHaveLength(1);
  });

  test('is a note for an output of the workflow', async () => {
    const onSuccess = [end('nothing', '$response.body#/n == 0')];
    const steps = [step('look', { onSuccess }), step('create', { outputs })];
    const found = await missingIn(steps, { outputs: { id: '$steps.create.outputs.id' } });

    expect(found).toMatchObject([{ severity: 'info', path: '/workflows/0/outputs/id' }]);
  });
});

describe('a parameter that stands elsewhere', () => {
  const prev = { name: 'id', in: 'query', value: '$steps.create.outputs.id' };
  const onFailure = [goto('exists', 'list', '$statusCode == 409')];
  const create = step('create', { ...ok, outputs, onFailure });

  test('is found in components, where the step refers to it', async () => {
    const parameters = [{ reference: '$components.parameters.prev' }];
    const steps = [create, step('list', { parameters })];
    const document = { components: { parameters: { prev } } };
    const found = withCode(await find(steps, { document }), 'OUTPUT_MAY_BE_MISSING');

    expect(found).toMatchObject([
      { path: '/workflows/0/steps/1/parameters/0/reference', severity: 'warning' },
    ]);
  });

  test('is found in the workflow, once for all of its steps', async () => {
    const steps = [create, step('list'), step('more')];
    const found = await missingIn(steps, { parameters: [prev] });

    expect(found).toMatchObject([{ path: '/workflows/0/parameters/0/value' }]);
  });

  test('is nothing to speak of when the step gives another value, or it surely runs', async () => {
    const own = { parameters: [{ ...prev, value: 'a' }] };
    const parameters = [prev];

    expect(await missingIn([create, step('list', own)], { parameters })).toEqual([]);
    expect(
      await missingIn([step('create', { outputs }), step('list')], { parameters }),
    ).toEqual([]);
  });
});

test('an output of a called workflow is not there when that has failed', async () => {
  const call = { stepId: 'in', workflowId: 'sub', outputs: { id: '$outputs.id' } };
  const onFailure = [goto('go', 'list')];
  const made = step('list', using('in'));
  const sub = { workflowId: 'sub', steps: [step('a', { outputs })] };
  const document = {
    workflows: [
      { workflowId: 'w', steps: [{ ...call, onFailure }, made] },
      { ...sub, outputs: { id: '$steps.a.outputs.id' } },
    ],
  };

  expect(withCode(await find([], { document }), 'OUTPUT_MAY_BE_MISSING')).toMatchObject([
    { path: '/workflows/0/steps/1/parameters/0/value' },
  ]);
});

describe('no false alarm', () => {
  test('for steps in a row, and ways that meet after the step', async () => {
    const steps = [
      step('create', { outputs }),
      step('look', { onSuccess: [goto('skip', 'use', '$response.body#/a == 1')] }),
      step('more'),
      step('use', using('create')),
    ];

    expect(await missingIn(steps)).toEqual([]);
  });

  test('for what one round of a loop leaves to the next', async () => {
    const onSuccess = [
      end('done', '$response.body#/id == null'),
      goto('more', 'list', '$response.body#/id != null'),
    ];

    expect(
      await missingIn([step('list', { outputs, onSuccess, ...using('list') })]),
    ).toEqual([]);
  });

  test('for what a failure has left', async () => {
    const onFailure = [goto('tell', 'report')];
    const onSuccess = [end('fine')];
    const steps = [
      step('create', { ...ok, outputs, onSuccess, onFailure }),
      step('report', using('create')),
    ];

    expect(await missingIn(steps)).toEqual([]);
  });

  test('for a poll, a retry and a helper', async () => {
    const poll = [
      goto('done', 'use', "$response.body#/s == 'D'"),
      goto('again', 'poll', "$response.body#/s == 'P'"),
    ];
    const onFailure = [{ name: 'r', type: 'retry', stepId: 'login', retryLimit: 2 }];
    const steps = [
      step('login', { outputs }),
      step('poll', { outputs, onSuccess: poll, onFailure, ...using('login') }),
      step('use', using('poll')),
    ];

    expect(await missingIn(steps)).toEqual([]);
  });
});
