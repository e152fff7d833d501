import { describe, expect, test } from 'vitest';
import type { OperationKnowledge } from '../../src/services/service.ts';
import { body, noAnswer } from './support/create-scripted-service.ts';
import { runToEnd, startRun } from './support/start-run.ts';
import { action, simple } from './support/workflow-text.ts';
import type { WorkflowParts } from './support/workflow-text.ts';

const poll: WorkflowParts = {
  steps: [
    {
      stepId: 'look',
      outputs: { status: '$response.body#/status' },
      onSuccess: [
        action('done', 'goto', {
          stepId: 'after',
          if: '$response.body#/status == "DONE"',
        }),
        action('busy', 'goto', {
          stepId: 'look',
          if: '$response.body#/status == "BUSY"',
        }),
      ],
    },
    { stepId: 'after' },
  ],
};

const knowledge: Readonly<Record<string, OperationKnowledge>> = {
  look: {
    pollInterval: 60_000,
    status: {
      pointer: '/status',
      reasons: ['/why', '/message'],
      pending: ['BUSY', 'QUEUED'],
      succeeded: ['DONE', 'HALF_DONE'],
      failed: ['BROKEN'],
    },
  },
};

const status = (value: string) => body({ status: value });

describe('between two polls', () => {
  test.each([
    ['5 s when nobody knows better', {}, {}, 5_000],
    ['what the service knows', { knowledge }, {}, 60_000],
    [
      'what the caller says, whatever the service knows',
      { knowledge },
      { pollInterval: 7 },
      7,
    ],
  ])('the wait is %s', async (_name, setup, options, interval) => {
    const run = await startRun(poll, { ...setup, options, script: [status('BUSY')] });
    expect(run.state()).toBe('look.waiting');
    await run.advance(interval - 1);
    expect(run.service.requests).toHaveLength(1);
    await run.advance(1);
    expect(run.service.requests).toHaveLength(2);
  });

  test.each([
    ['a longer Retry-After lengthens it', '90', 90_000],
    ['a shorter one does not shorten it', '10', 60_000],
  ])('%s', async (_name, header, expected) => {
    const answer = { ...status('BUSY'), headers: { 'retry-after': header } };
    const run = await startRun(poll, { knowledge, script: [answer] });
    expect(run.context().wait).toEqual({
      stepId: 'look',
      reason: 'poll',
      until: expected,
      action: 'busy',
    });
  });

  test.each([
    ['a shorter Retry-After', '1', {}, 1_000],
    ['a longer one', '90', {}, 90_000],
    ['none that can be read', 'soon', {}, 5_000],
    ['a shorter one than the caller wants', '1', { pollInterval: 3_000 }, 3_000],
  ])('without a service that knows, %s', async (_name, header, options, expected) => {
    const answer = { ...status('BUSY'), headers: { 'retry-after': header } };
    const run = await startRun(poll, { options, script: [answer] });
    expect(run.context().wait?.until).toBe(expected);
  });

  test('a wait longer than timers can be does not end early', async () => {
    const month = 31 * 24 * 3_600_000;
    const run = await startRun(poll, {
      options: { pollInterval: month },
      script: [status('BUSY')],
    });
    await run.advance(2 ** 31 - 1);
    expect(run.service.requests).toHaveLength(1);
    await run.advance(month - 2 ** 31);
    expect(run.service.requests).toHaveLength(1);
    await run.advance(1);
    expect(run.service.requests).toHaveLength(2);
  });

  test('stopping the run takes the timer away', async () => {
    const run = await startRun(poll, { script: [status('BUSY')] });
    run.actor.stop();
    await run.advance(10_000);
    expect(run.service.requests).toHaveLength(1);
  });
});

describe('a status that no action names', () => {
  test('is polled on when the service says it is still moving', async () => {
    const { calls, output } = await runToEnd(poll, {
      knowledge,
      script: [status('QUEUED'), status('QUEUED'), status('DONE')],
    });
    expect(calls).toEqual(['look', 'look', 'look', 'after']);
    expect(output.status).toBe('completed');
  });

  test.each([
    ['BROKEN', 'is a failure'],
    ['HALF_DONE', 'does not expect'],
    ['NEW', 'is not known'],
  ])('fails the workflow when it is %s', async (value, words) => {
    const { output, calls } = await runToEnd(poll, {
      knowledge,
      script: [status(value)],
    });
    expect(calls).toEqual(['look']);
    expect(output).toMatchObject({
      status: 'failed',
      failure: {
        kind: 'unmatched',
        stepId: 'look',
        status: value,
        criteria: [{ action: 'done' }, { action: 'busy' }],
        notDone: ['after'],
      },
    });
    expect(messageOf(output)).toContain(value);
    expect(messageOf(output)).toContain(words);
  });

  test('fails the workflow when the service knows nothing about statuses', async () => {
    const { output } = await runToEnd(poll, { script: [status('QUEUED')] });
    expect(output).toMatchObject({ status: 'failed', failure: { kind: 'unmatched' } });
  });

  test('is told with the reason that the answer gives', async () => {
    const { output } = await runToEnd(poll, {
      knowledge,
      script: [body({ status: 'BROKEN', message: 'No such bucket' })],
    });
    expect(messageOf(output)).toContain('No such bucket.');
  });

  test("goes on to the next step with unmatchedPoll: 'next'", async () => {
    const { calls, output } = await runToEnd(poll, {
      knowledge,
      options: { unmatchedPoll: 'next' },
      script: [status('BROKEN')],
    });
    expect(calls).toEqual(['look', 'after']);
    expect(output.status).toBe('completed');
  });

  test('leaves the outputs of that answer', async () => {
    const { output } = await runToEnd(
      { ...poll, outputs: { status: '$steps.look.outputs.status' } },
      { knowledge, script: [status('BROKEN')] },
    );
    expect(output.outputs).toEqual({ status: 'BROKEN' });
  });
});

test('a failed answer of a poll is a failure, not a status', async () => {
  const { output } = await runToEnd(poll, {
    knowledge,
    script: [{ statusCode: 400, body: { status: 'QUEUED' } }],
  });
  expect(output).toMatchObject({ failure: { kind: 'criteria', statusCode: 400 } });
});

describe('a failure action that goes to its own step', () => {
  const parts: WorkflowParts = {
    steps: [
      {
        stepId: 'look',
        successCriteria: [simple('$response.body#/status == "DONE"')],
        onFailure: [action('notYet', 'goto', { stepId: 'look' })],
      },
    ],
  };

  test('waits like a poll', async () => {
    const run = await startRun(parts, { knowledge, script: [status('BUSY')] });
    expect(run.context().wait).toMatchObject({ reason: 'repeat', until: 60_000 });
  });

  test('repeats the call with the same token', async () => {
    const { run } = await runToEnd(parts, {
      script: [noAnswer(), status('BUSY'), status('DONE')],
    });
    const tokens = new Set(
      run.service.requests.map(({ idempotencyToken }) => idempotencyToken),
    );
    expect(tokens.size).toBe(1);
  });
});

function messageOf(output: object): string {
  return (output as { readonly failure: { readonly message: string } }).failure.message;
}
