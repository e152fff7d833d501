import { describe, expect, test, vi } from 'vitest';
import type { Failure } from '../../src/index.ts';
import { machineOf, runToEnd, startMachine, startRun } from './support/start-run.ts';
import {
  body,
  createScriptedService,
  noAnswer,
} from './support/create-scripted-service.ts';
import { action } from './support/workflow-text.ts';
import type { WorkflowParts } from './support/workflow-text.ts';

const polling: WorkflowParts = {
  steps: [
    { stepId: 'first' },
    { stepId: 'look', onSuccess: [action('again', 'goto', { stepId: 'look' })] },
  ],
};

const creates = {
  first: { creates: { resource: 'thing', id: '/id', find: 'list things' } },
};

describe('the limit of steps', () => {
  test('ends the run before the call that would be too many', async () => {
    const { output, calls } = await runToEnd(polling, { options: { maxSteps: 3 } });
    expect(calls).toEqual(['first', 'look', 'look']);
    expect(output).toMatchObject({
      status: 'failed',
      failure: { kind: 'step-limit', stepId: 'look', notDone: [] },
    });
  });

  test('names the step that it ended, wherever that stands', async () => {
    const { output } = await runToEnd(
      {
        steps: [
          { stepId: 'a' },
          { stepId: 'b', onSuccess: [action('back', 'goto', { stepId: 'a' })] },
        ],
      },
      { options: { maxSteps: 4 } },
    );
    expect(output).toMatchObject({ failure: { stepId: 'a', operationId: 'a' } });
  });

  test('names a step that was never called among those not done', async () => {
    const { output, calls } = await runToEnd(
      { steps: [{ stepId: 'a' }, { stepId: 'first' }] },
      { options: { maxSteps: 1 }, knowledge: creates },
    );
    expect(calls).toEqual(['a']);
    expect(output).toMatchObject({ failure: { notDone: ['first'], leftBehind: [] } });
  });
});

describe('the time limit of a run', () => {
  test('ends it in the middle of a wait', async () => {
    const run = await startRun(polling, { options: { timeout: 12_000 } });
    await run.advance(11_999);
    expect(run.state()).toBe('look.waiting');
    await run.advance(1);
    expect(run.actor.getSnapshot().output).toMatchObject({
      status: 'failed',
      failure: { kind: 'timeout', stepId: 'look' },
    });
  });

  test('ends it in the middle of a call, which is aborted and may have had an effect', async () => {
    const run = await startRun(polling, {
      options: { timeout: 1_000 },
      script: ['silence'],
      knowledge: creates,
    });
    await run.advance(1_000);
    expect(run.service.signals[0]?.aborted).toBe(true);
    expect(run.actor.getSnapshot().output).toMatchObject({
      failure: {
        kind: 'timeout',
        stepId: 'first',
        leftBehind: [{ stepId: 'first', resource: 'thing', look: 'list things' }],
      },
    });
  });

  test('names what a lost call may have created once, though it is called again', async () => {
    const run = await startRun(
      { steps: [{ stepId: 'first', onFailure: [action('again', 'retry')] }] },
      {
        options: { timeout: 1_000 },
        script: [noAnswer(), 'silence'],
        knowledge: creates,
      },
    );
    await run.advance(1_000);
    const { failure } = run.actor.getSnapshot().output as { failure: Failure };
    expect(failure.leftBehind).toHaveLength(1);
  });

  test('is a moment that a restored run still knows', async () => {
    const service = createScriptedService([{}]);
    const machine = await machineOf(polling, service, { timeout: 12_000 });
    const before = await startMachine(machine);
    await before.advance(7_000);
    const snapshot = before.actor.getPersistedSnapshot();
    before.actor.stop();
    const after = await startMachine(machine, { snapshot, clock: before.clock });
    await after.advance(4_999);
    expect(after.state()).toBe('look.waiting');
    await after.advance(1);
    expect(after.state()).toBe('failed');
  });

  test('has no name that a step could have', async () => {
    const { output } = await runToEnd(
      { steps: [{ stepId: 'timeLimit' }, { stepId: 'test' }] },
      { options: { timeout: 1_000 } },
    );
    expect(output.status).toBe('completed');
  });
});

describe('the time limit of a call', () => {
  const step = { stepId: 'slow', onFailure: [action('again', 'retry')] };

  test('aborts it and goes the way of failures (B-STEP-12)', async () => {
    const run = await startRun(
      { steps: [step] },
      { options: { stepTimeout: 500 }, script: ['silence', {}] },
    );
    await run.advance(499);
    expect(run.service.signals[0]?.aborted).toBe(false);
    await run.advance(1);
    expect(run.service.signals[0]?.aborted).toBe(true);
    await run.advance(0);
    expect(run.state()).toBe('completed');
  });

  test('is in milliseconds in the document and overrules the option (C-17)', async () => {
    const run = await startRun(
      { arazzo: '1.1.0', steps: [{ ...step, onFailure: [], timeout: 50 }] },
      { options: { stepTimeout: 500 }, script: ['silence'] },
    );
    await run.advance(50);
    expect(run.actor.getSnapshot().output).toMatchObject({
      failure: { kind: 'no-answer', error: { type: 'TIMEOUT' } },
    });
  });

  test('counts for a service that does not listen to the signal', async () => {
    const deaf = {
      ...createScriptedService([{}]),
      call: () => new Promise<never>(() => undefined),
    };
    const machine = await machineOf({ steps: [{ stepId: 'a' }] }, deaf, {
      stepTimeout: 50,
    });
    const run = await startMachine(machine);
    await run.advance(50);
    expect(run.state()).toBe('failed');
  });

  test('ends with a run that is stopped, also for a service that does not listen', async () => {
    const deaf = {
      ...createScriptedService([{}]),
      call: () => new Promise<never>(() => undefined),
    };
    const machine = await machineOf({ steps: [{ stepId: 'a' }] }, deaf, {
      stepTimeout: 50,
    });
    const run = await startMachine(machine);
    const cleared = vi.spyOn(run.clock, 'clearTimeout');
    run.actor.stop();
    await run.advance(0);
    expect(cleared).toHaveBeenCalledOnce();
  });

  test('leaves nothing behind when the service throws at once', async () => {
    const rude = {
      ...createScriptedService([{}]),
      call: () => {
        throw new Error('not today');
      },
    };
    const machine = await machineOf({ steps: [{ stepId: 'a' }] }, rude, {
      stepTimeout: 50,
    });
    const run = await startMachine(machine);
    // A timer that is left would reject a promise that nobody awaits.
    await run.advance(100);
    expect(run.actor.getSnapshot().output).toMatchObject({
      failure: { kind: 'no-answer', error: { message: 'not today' } },
    });
  });

  test('leaves nothing behind when the answer comes in time', async () => {
    const run = await startRun(
      { steps: [{ stepId: 'a' }] },
      { options: { stepTimeout: 50 }, script: [body({})] },
    );
    await run.advance(100);
    expect(run.state()).toBe('completed');
    expect(run.service.signals[0]?.aborted).toBe(false);
  });

  test('longer than timers can be does not end at once', async () => {
    const run = await startRun(
      { steps: [step] },
      { options: { stepTimeout: 2 ** 31 }, script: ['silence'] },
    );
    await run.advance(2 ** 31 - 2);
    expect(run.state()).toBe('slow.calling');
  });
});

test('stopping a run aborts the call in flight', async () => {
  const run = await startRun(polling, { script: ['silence'] });
  run.actor.stop();
  expect(run.service.signals[0]?.aborted).toBe(true);
});
