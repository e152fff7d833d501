import { describe, expect, test } from 'vitest';
import { noAnswer, status } from './support/create-scripted-service.ts';
import { runToEnd } from './support/start-run.ts';
import { action, simple } from './support/workflow-text.ts';

describe('after a success', () => {
  test('the next step in the list follows (A-SACT-01)', async () => {
    const { calls } = await runToEnd({ steps: [{ stepId: 'a' }, { stepId: 'b' }] });
    expect(calls).toEqual(['a', 'b']);
  });

  test('the last step completes the workflow (A-SACT-02)', async () => {
    const { output } = await runToEnd({ steps: [{ stepId: 'a' }] });
    expect(output).toEqual({ status: 'completed', outputs: {} });
  });

  test('end completes it before the last step, with the outputs so far (A-SACT-05)', async () => {
    const { output, calls } = await runToEnd(
      {
        steps: [
          {
            stepId: 'a',
            onSuccess: [action('stop', 'end')],
            outputs: { x: '$response.body#/x' },
          },
          { stepId: 'b' },
        ],
        outputs: { x: '$steps.a.outputs.x', y: '$steps.b.outputs.y' },
      },
      { script: [{ body: { x: 1 } }] },
    );
    expect(calls).toEqual(['a']);
    expect(output).toEqual({ status: 'completed', outputs: { x: 1 } });
  });

  test('goto goes on from its target (A-SACT-06)', async () => {
    const { calls } = await runToEnd({
      steps: [
        { stepId: 'a', onSuccess: [action('skip', 'goto', { stepId: 'c' })] },
        { stepId: 'b' },
        { stepId: 'c' },
        { stepId: 'd' },
      ],
    });
    expect(calls).toEqual(['a', 'c', 'd']);
  });

  test('goto may go back (A-SACT-07)', async () => {
    const again = action('again', 'goto', {
      stepId: 'a',
      if: '$response.body#/n < 3',
    });
    let n = 0;
    const { calls, output } = await runToEnd(
      { steps: [{ stepId: 'a' }, { stepId: 'b', onSuccess: [again] }] },
      { script: () => ({ body: { n: (n += 0.5) } }) },
    );
    expect(calls).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
    expect(output.status).toBe('completed');
  });

  test('every criterion of an action has to hold (A-SACT-13)', async () => {
    const skip = {
      ...action('skip', 'end'),
      criteria: [simple('$statusCode == 200'), simple('$statusCode == 201')],
    };
    const { calls } = await runToEnd({
      steps: [{ stepId: 'a', onSuccess: [skip] }, { stepId: 'b' }],
    });
    expect(calls).toEqual(['a', 'b']);
  });

  test('the first action that matches is taken (A-SACT-14, A-SACT-15)', async () => {
    const { calls } = await runToEnd({
      steps: [
        {
          stepId: 'a',
          onSuccess: [
            action('never', 'goto', { stepId: 'b', if: '$statusCode == 500' }),
            action('toC', 'goto', { stepId: 'c' }),
            action('toB', 'goto', { stepId: 'b' }),
          ],
        },
        { stepId: 'b' },
        { stepId: 'c' },
      ],
    });
    expect(calls).toEqual(['a', 'c']);
  });

  test('the next step follows when no action matches (A-SACT-16, C-01)', async () => {
    const { calls } = await runToEnd({
      steps: [
        { stepId: 'a', onSuccess: [action('no', 'end', { if: '$statusCode == 201' })] },
        { stepId: 'b', onSuccess: [] },
        { stepId: 'c' },
      ],
    });
    expect(calls).toEqual(['a', 'b', 'c']);
  });

  test("a workflow's action counts for every step (A-WF-16)", async () => {
    const { calls } = await runToEnd(
      {
        successActions: [action('stop', 'end', { if: '$response.body#/stop == true' })],
        steps: [{ stepId: 'a' }, { stepId: 'b' }, { stepId: 'c' }],
      },
      { script: [{}, { body: { stop: true } }] },
    );
    expect(calls).toEqual(['a', 'b']);
  });
});

describe('after a failure', () => {
  test('the workflow fails and nothing more is called (A-FACT-01)', async () => {
    const { output, calls } = await runToEnd(
      { steps: [{ stepId: 'a' }, { stepId: 'b' }] },
      { script: [status(500)] },
    );
    expect(calls).toEqual(['a']);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { kind: 'criteria', stepId: 'a', statusCode: 500, notDone: ['b'] },
    });
  });

  test('it fails as well when no action matches (A-FACT-20, C-02)', async () => {
    const onFailure = [action('no', 'end', { if: '$statusCode == 404' })];
    const { output } = await runToEnd(
      { steps: [{ stepId: 'a', onFailure }] },
      { script: [status(500)] },
    );
    expect(output).toMatchObject({
      status: 'failed',
      failure: { criteria: [{ condition: 'status code 2xx' }, { action: 'no' }] },
    });
  });

  test('end ends it, with the failure and the outputs so far (A-FACT-04, C-10)', async () => {
    const { output } = await runToEnd(
      {
        steps: [
          { stepId: 'a', outputs: { x: '$response.body#/x' } },
          { stepId: 'b', onFailure: [action('giveUp', 'end')] },
        ],
        outputs: { x: '$steps.a.outputs.x' },
      },
      { script: [{ body: { x: 1 } }, status(409)] },
    );
    expect(output).toMatchObject({
      status: 'ended',
      outputs: { x: 1 },
      failure: { kind: 'criteria', stepId: 'b', statusCode: 409 },
    });
  });

  test('goto cleans up with the outputs of earlier steps (A-FACT-05)', async () => {
    const { run, output } = await runToEnd(
      {
        steps: [
          { stepId: 'make', outputs: { id: '$response.body#/id' } },
          { stepId: 'use', onFailure: [action('tidy', 'goto', { stepId: 'remove' })] },
          { stepId: 'more' },
          {
            stepId: 'remove',
            parameters: [{ name: 'id', in: 'path', value: '$steps.make.outputs.id' }],
          },
        ],
      },
      { script: [{ body: { id: 'x1' } }, status(500), {}] },
    );
    expect(run.service.requests.at(-1)?.parameters).toEqual([
      { name: 'id', in: 'path', value: 'x1' },
    ]);
    expect(output.status).toBe('completed');
  });

  test('every criterion of a failure action has to hold (A-FACT-19, B-CRIT-12)', async () => {
    const both = {
      ...action('both', 'end'),
      criteria: [simple('$statusCode == 500'), simple('$statusCode == 501')],
    };
    const { output } = await runToEnd(
      { steps: [{ stepId: 'a', onFailure: [both] }] },
      { script: [status(500)] },
    );
    expect(output.status).toBe('failed');
  });

  test('an unanswered call is a failure without a status (A-FACT-24)', async () => {
    const onFailure = [
      action('byStatus', 'goto', { stepId: 'b', if: '$statusCode != 200' }),
      action('any', 'end'),
    ];
    const { output } = await runToEnd(
      { steps: [{ stepId: 'a', onFailure }, { stepId: 'b' }] },
      { script: [noAnswer()] },
    );
    expect(output).toMatchObject({
      failure: { kind: 'no-answer', error: { type: 'NO_ANSWER' } },
    });
  });

  test("a workflow's action counts for every step (A-WF-17)", async () => {
    const { calls } = await runToEnd(
      {
        failureActions: [action('on503', 'retry', { if: '$statusCode == 503' })],
        steps: [{ stepId: 'a' }, { stepId: 'b' }],
      },
      { script: [status(503), status(200)] },
    );
    expect(calls).toEqual(['a', 'a', 'b']);
  });

  test('an action of the step overrides that of the workflow by name (A-WF-18)', async () => {
    const { calls } = await runToEnd(
      {
        failureActions: [action('again', 'retry', { retryLimit: 1 })],
        steps: [
          { stepId: 'a', onFailure: [action('again', 'retry', { retryLimit: 3 })] },
        ],
      },
      { script: [status(503)] },
    );
    expect(calls).toHaveLength(4);
  });

  test("the workflow's other actions come after those of the step (C-07)", async () => {
    const { calls, output } = await runToEnd(
      {
        failureActions: [action('stop', 'end')],
        steps: [{ stepId: 'a', onFailure: [action('again', 'retry')] }],
      },
      { script: [status(503)] },
    );
    expect([calls.length, output.status]).toEqual([2, 'ended']);
  });
});

describe('whether a step succeeded', () => {
  test.each([
    [200, 'completed'],
    [299, 'completed'],
    [199, 'failed'],
    [302, 'failed'],
    [404, 'failed'],
  ])('without criteria status %i is %s (A-DEF-01, C-03)', async (code, expected) => {
    const { output } = await runToEnd(
      { steps: [{ stepId: 'a' }] },
      { script: [status(code)] },
    );
    expect(output.status).toBe(expected);
  });

  test('criteria decide alone, whatever the status (A-CRIT-28)', async () => {
    const steps = [{ stepId: 'a', successCriteria: [simple('$statusCode == 404')] }];
    const found = await runToEnd({ steps }, { script: [status(404)] });
    const other = await runToEnd({ steps }, { script: [status(200)] });
    expect([found.output.status, other.output.status]).toEqual(['completed', 'failed']);
  });

  test('criteria may look at inputs, earlier steps and own outputs (A-CRIT-27)', async () => {
    const { output } = await runToEnd(
      {
        inputs: { type: 'object', properties: { least: { type: 'number' } } },
        steps: [
          { stepId: 'a', outputs: { n: '$response.body#/n' } },
          {
            stepId: 'b',
            outputs: { n: '$response.body#/n' },
            successCriteria: [
              simple('$steps.a.outputs.n >= $inputs.least'),
              simple('$steps.b.outputs.n > $steps.a.outputs.n'),
            ],
          },
        ],
      },
      { script: [{ body: { n: 5 } }, { body: { n: 6 } }], input: { least: 5 } },
    );
    expect(output.status).toBe('completed');
  });

  test('criteria of a failure action see the response that failed (A-CRIT-26)', async () => {
    const onFailure = [
      action('unauthorised', 'end', { if: '$response.body#/code == "expired"' }),
    ];
    const { output } = await runToEnd(
      { steps: [{ stepId: 'a', onFailure }] },
      { script: [{ statusCode: 401, body: { code: 'expired' } }] },
    );
    expect(output.status).toBe('ended');
  });
});
