import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/index.ts';
import {
  body,
  createScriptedService,
  noAnswer,
} from './support/create-scripted-service.ts';
import { machineOf, startMachine, startRun } from './support/start-run.ts';
import { action } from './support/workflow-text.ts';

const parts = {
  steps: [
    {
      stepId: 'look',
      onFailure: [action('retry', 'retry', { retryAfter: 2 })],
      onSuccess: [
        action('done', 'end', { if: '$response.body#/n == 2' }),
        action('poll', 'goto', { stepId: 'look' }),
      ],
    },
  ],
};

function outline(events: readonly RunEvent[]): readonly unknown[] {
  return events.map((event) => {
    if (event.type === 'call') return [event.at, 'call', event.visit, event.attempt];
    if (event.type === 'answer') return [event.at, 'answer', event.transition?.action];
    if (event.type === 'wait') return [event.at, 'wait', event.reason, event.until];
    return [event.at, event.type, 'output' in event ? event.output.status : undefined];
  });
}

test('a run is told call by call, answer by answer, wait by wait', async () => {
  const run = await startRun(parts, {
    script: [noAnswer(), body({ n: 1 }), body({ n: 2 })],
  });
  await run.finish();
  expect(outline(run.events)).toEqual([
    [0, 'call', 1, 1],
    [0, 'answer', 'retry'],
    [0, 'wait', 'retry', 2000],
    [2000, 'call', 1, 2],
    [2000, 'answer', 'poll'],
    [2000, 'wait', 'poll', 7000],
    [7000, 'call', 2, 1],
    [7000, 'answer', 'done'],
    [7000, 'end', 'completed'],
  ]);
});

test('an answer comes with what was sent, what came back and what became of it', async () => {
  const run = await startRun(parts, { script: [noAnswer(), body({ n: 2 })] });
  await run.finish();
  const [lost, answered] = run.events.filter(({ type }) => type === 'answer');
  expect(lost).toMatchObject({
    stepId: 'look',
    operation: 'look',
    answer: undefined,
    error: { type: 'NO_ANSWER' },
  });
  expect(answered).toMatchObject({
    answer: { statusCode: 200, body: { n: 2 } },
    error: undefined,
    request: { stepId: 'look', idempotencyToken: expect.any(String) as string },
    transition: { kind: 'action', action: 'done' },
    context: { steps: { look: { visits: 1, attempt: 2 } } },
  });
});

test('a run without a single call is told by its end', async () => {
  const run = await startRun({ inputs: false, steps: [{ stepId: 'a' }] });
  expect(outline(run.events)).toEqual([[0, 'end', 'failed']]);
});

test('a run that a limit ends has calls without an answer', async () => {
  const run = await startRun(
    { steps: [{ stepId: 'a' }] },
    { script: ['silence'], options: { timeout: 10 } },
  );
  await run.advance(10);
  expect(outline(run.events)).toEqual([
    [0, 'call', 1, 1],
    [10, 'end', 'failed'],
  ]);
});

test('a restored run is told from where it was', async () => {
  const service = createScriptedService([body({ n: 1 }), body({ n: 2 })]);
  const machine = await machineOf(parts, service);
  const before = await startMachine(machine);
  const snapshot = before.actor.getPersistedSnapshot();
  before.actor.stop();
  const after = await startMachine(machine, { snapshot });
  await after.finish();
  expect(outline(after.events)).toEqual([
    [0, 'wait', 'poll', 5000],
    [5000, 'call', 2, 1],
    [5000, 'answer', 'done'],
    [5000, 'end', 'completed'],
  ]);
});
