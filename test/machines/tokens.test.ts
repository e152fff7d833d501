import { expect, test } from 'vitest';
import { noAnswer, status } from './support/create-scripted-service.ts';
import type { Script } from './support/create-scripted-service.ts';
import { runToEnd } from './support/start-run.ts';
import { action } from './support/workflow-text.ts';
import type { WorkflowParts } from './support/workflow-text.ts';

async function tokensOf(
  parts: WorkflowParts,
  script: Script,
  runId = 'run',
): Promise<readonly string[]> {
  const { run } = await runToEnd(parts, { script, runId, options: { maxSteps: 5 } });
  return run.service.requests.map(({ idempotencyToken }) => idempotencyToken);
}

const two: WorkflowParts = { steps: [{ stepId: 'a' }, { stepId: 'b' }] };

test('a retry bears the token of the call that it repeats', async () => {
  const [first, ...others] = await tokensOf(
    {
      steps: [{ stepId: 'a', onFailure: [action('again', 'retry', { retryLimit: 2 })] }],
    },
    [noAnswer(), status(503), {}],
  );
  expect(others).toEqual([first, first]);
});

test('every step has its own', async () => {
  expect(new Set(await tokensOf(two, [{}])).size).toBe(2);
});

test('every visit of a step has its own', async () => {
  const back: WorkflowParts = {
    steps: [
      { stepId: 'a' },
      { stepId: 'b', onSuccess: [action('back', 'goto', { stepId: 'a' })] },
    ],
  };
  expect(new Set(await tokensOf(back, [{}])).size).toBe(5);
});

test('every poll has its own', async () => {
  const poll: WorkflowParts = {
    steps: [{ stepId: 'a', onSuccess: [action('again', 'goto', { stepId: 'a' })] }],
  };
  expect(new Set(await tokensOf(poll, [{}])).size).toBe(5);
});

test('every run has its own', async () => {
  const one = await tokensOf(two, [{}], 'one');
  const other = await tokensOf(two, [{}], 'other');
  expect(new Set([...one, ...other]).size).toBe(4);
});

test('a run of the same id has the same, so that it can be repeated', async () => {
  expect(await tokensOf(two, [{}])).toEqual(await tokensOf(two, [{}]));
});

test('services can send it as it is', async () => {
  const [token] = await tokensOf(
    { steps: [{ stepId: 'ä "b" \n' }] },
    [{}],
    '💥'.repeat(99),
  );
  expect(token).toMatch(/^[a-zA-Z0-9-]{1,64}$/);
});
