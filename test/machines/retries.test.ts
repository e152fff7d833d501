import { describe, expect, test } from 'vitest';
import { noAnswer, status } from './support/create-scripted-service.ts';
import type { Script } from './support/create-scripted-service.ts';
import { runToEnd, startRun } from './support/start-run.ts';
import { action, simple } from './support/workflow-text.ts';

type Actions = readonly ReturnType<typeof action>[];

function withFailureActions(...onFailure: Actions): {
  steps: readonly { stepId: string; onFailure: Actions }[];
} {
  return { steps: [{ stepId: 'a', onFailure }] };
}

describe('how often', () => {
  test.each([
    ['absent: once (A-FACT-11, C-08)', {}, 2],
    ['0: never (A-FACT-10)', { retryLimit: 0 }, 1],
    ['2: twice more (A-FACT-10)', { retryLimit: 2 }, 3],
  ])('retryLimit %s', async (_name, more, calls) => {
    const parts = withFailureActions(action('again', 'retry', more));
    const run = await runToEnd(parts, { script: [status(503)] });
    expect(run.calls).toHaveLength(calls);
    expect(run.output.status).toBe('failed');
  });

  test('until it succeeds, with the outputs of the last call (A-FACT-07)', async () => {
    const { output, calls } = await runToEnd(
      {
        steps: [
          {
            stepId: 'a',
            onFailure: [action('again', 'retry', { retryLimit: 5 })],
            outputs: { n: '$response.body#/n' },
          },
        ],
        outputs: { n: '$steps.a.outputs.n' },
      },
      { script: [status(503), status(503), { body: { n: 3 } }] },
    );
    expect(calls).toHaveLength(3);
    expect(output).toEqual({ status: 'completed', outputs: { n: 3 } });
  });

  test('when all are used up the next action that matches is taken (A-FACT-12, C-09)', async () => {
    const { calls } = await runToEnd(
      {
        steps: [
          {
            stepId: 'a',
            onFailure: [
              action('again', 'retry', { retryLimit: 2 }),
              action('tidy', 'goto', { stepId: 'c' }),
            ],
          },
          { stepId: 'b' },
          { stepId: 'c' },
        ],
      },
      { script: [status(503), status(503), status(503), {}] },
    );
    expect(calls).toEqual(['a', 'a', 'a', 'c']);
  });

  test('a failure says that they are used up, and only when they are (C-09)', async () => {
    const again = action('again', 'retry', { retryLimit: 1 });
    const used = await runToEnd(withFailureActions(again), { script: [status(503)] });
    expect(used.output).toMatchObject({
      failure: { criteria: [{}, { action: 'again', condition: 'retryLimit 1' }] },
    });
    const hidden = withFailureActions(action('stop', 'end'), again);
    const unused = await runToEnd(hidden, { script: [status(503)] });
    expect(unused.output).toMatchObject({
      failure: { criteria: [{ condition: 'status code 2xx' }] },
    });
  });

  test('each action has a budget of its own (C-09)', async () => {
    const parts = withFailureActions(
      action('first', 'retry', { retryLimit: 2 }),
      action('second', 'retry', { retryLimit: 1 }),
    );
    const { calls, output } = await runToEnd(parts, { script: [status(503)] });
    expect(calls).toHaveLength(4);
    expect(output).toMatchObject({ status: 'failed' });
  });

  test('each visit of the step has the whole budget (A-FACT-25)', async () => {
    const script: Script = [503, 200, 200, 503, 200, 201].map((code) => status(code));
    const { calls, output } = await runToEnd(
      {
        steps: [
          { stepId: 'a', onFailure: [action('again', 'retry', { retryLimit: 1 })] },
          {
            stepId: 'b',
            onSuccess: [
              action('back', 'goto', { stepId: 'a', if: '$statusCode == 200' }),
            ],
          },
        ],
      },
      { script },
    );
    expect(calls).toEqual(['a', 'a', 'b', 'a', 'a', 'b']);
    expect(output.status).toBe('completed');
  });

  test('criteria look at the fresh answer of each attempt (A-FACT-21)', async () => {
    const parts = withFailureActions(
      action('busy', 'retry', { retryLimit: 5, if: '$statusCode == 503' }),
      action('wrong', 'end', { if: '$statusCode == 400' }),
    );
    const { calls, output } = await runToEnd(parts, {
      script: [status(503), status(400)],
    });
    expect([calls.length, output.status]).toEqual([2, 'ended']);
  });

  test('an unanswered call is retried by an action without criteria (A-FACT-24)', async () => {
    const parts = withFailureActions(action('again', 'retry'));
    const { output } = await runToEnd(parts, { script: [noAnswer(), {}] });
    expect(output.status).toBe('completed');
  });

  test('after a retry that succeeds the success actions count (A-FACT-23)', async () => {
    const { calls } = await runToEnd(
      {
        steps: [
          {
            stepId: 'a',
            onFailure: [action('again', 'retry')],
            onSuccess: [action('skip', 'goto', { stepId: 'c' })],
          },
          { stepId: 'b' },
          { stepId: 'c' },
        ],
      },
      { script: [status(503), {}] },
    );
    expect(calls).toEqual(['a', 'a', 'c']);
  });

  test('a retry that names its own step is a plain one (C-18)', async () => {
    const parts = withFailureActions(action('again', 'retry', { stepId: 'a' }));
    const { calls } = await runToEnd(parts, { script: [status(503), {}] });
    expect(calls).toEqual(['a', 'a']);
  });

  test.each(['constructor', '__proto__', 'succeeded', 'stepLimitReached', 'a.b#c'])(
    'an action may be called %s',
    async (name) => {
      const parts = withFailureActions(
        action('first', 'retry', { retryLimit: 1 }),
        action(name, 'retry', { retryLimit: 2 }),
      );
      const { calls } = await runToEnd(parts, {
        script: [status(503)],
        options: { maxSteps: 20 },
      });
      expect(calls).toHaveLength(4);
    },
  );
});

describe('after how long', () => {
  const again = action('again', 'retry', { retryAfter: 1.5, retryLimit: 9 });
  const start = Date.parse('2026-11-22T10:00:00Z');

  test('at once without retryAfter (A-FACT-08)', async () => {
    const parts = withFailureActions(action('again', 'retry'));
    const run = await startRun(parts, { script: [status(503), {}] });
    await run.advance(0);
    expect(run.state()).toBe('completed');
  });

  test('retryAfter is in seconds (A-FACT-08)', async () => {
    const run = await startRun(withFailureActions(again), { script: [status(503), {}] });
    await run.advance(1499);
    expect(run.service.requests).toHaveLength(1);
    await run.advance(1);
    expect(run.service.requests).toHaveLength(2);
  });

  test.each([
    ['seconds', '2', 2_000],
    ['no seconds', '0', 0],
    ['a date', 'Sun, 22 Nov 2026 10:00:07 GMT', 7_000],
    ['a date that is over', 'Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['nonsense', 'soon', 1_500],
  ])('Retry-After overrules it: %s (A-FACT-09)', async (_name, header, expected) => {
    const run = await startRun(withFailureActions(again), {
      script: [status(503, { 'retry-after': header })],
      now: start,
    });
    expect(run.context().wait?.until).toBe(start + expected);
  });

  test('a Retry-After beyond all dates is still a moment that JSON can hold', async () => {
    const run = await startRun(withFailureActions(again), {
      script: [status(503, { 'retry-after': '9'.repeat(400) })],
    });
    const { until = Number.NaN } = run.context().wait ?? {};
    expect(new Date(until).toISOString()).toBe('+275760-09-13T00:00:00.000Z');
  });

  test('a Retry-After that a service hands over as a number counts', async () => {
    const headers = { 'retry-after': 2 } as never;
    const run = await startRun(withFailureActions(again), {
      script: [status(503, headers)],
    });
    expect(run.context().wait?.until).toBe(2_000);
  });

  test('an answer that misses the success criteria is waited for as well', async () => {
    const run = await startRun(
      {
        steps: [
          {
            stepId: 'a',
            successCriteria: [simple('$statusCode == 201')],
            onFailure: [again],
          },
        ],
      },
      { script: [status(200), status(201)] },
    );
    expect(run.state()).toBe('a.waiting');
    await run.advance(1500);
    expect(run.state()).toBe('completed');
  });
});
