import { expect, test } from 'vitest';
import type { CreatedResource } from '../../src/index.ts';
import { body, noAnswer, status } from './support/create-scripted-service.ts';
import type { Script } from './support/create-scripted-service.ts';
import { runToEnd } from './support/start-run.ts';
import { action } from './support/workflow-text.ts';
import type { WorkflowParts } from './support/workflow-text.ts';

const knowledge = {
  create: {
    creates: {
      resource: 'thing',
      id: '/id',
      look: 'show --kind {/kind} {id}',
      find: 'list --kind {/kind}',
    },
  },
};

const parts: WorkflowParts = {
  steps: [
    {
      stepId: 'make',
      operationId: 'create',
      requestBody: { payload: { kind: '$inputs.kind' } },
      onFailure: [action('again', 'retry', { retryLimit: 1 })],
    },
    { stepId: 'use' },
  ],
};

/** What a run leaves behind that fails in its second step, or before. */
async function leftBehind(
  script: Script,
  document: WorkflowParts = parts,
): Promise<readonly CreatedResource[]> {
  const { output } = await runToEnd(document, {
    script,
    knowledge,
    input: { kind: 'a b' },
  });
  if (output.status === 'completed') throw new Error('The run was meant to fail.');
  return output.failure.leftBehind;
}

const made = { stepId: 'make', operationId: 'create', resource: 'thing' };

test('a failure names what was created, and a command that shows it', async () => {
  expect(await leftBehind([body({ id: 'x1' }), status(500)])).toEqual([
    { ...made, id: 'x1', look: "show --kind 'a b' x1" },
  ]);
});

test('a failed call has created nothing', async () => {
  expect(await leftBehind([status(400)])).toEqual([]);
});

test('a call whose answer was lost may have created something', async () => {
  expect(await leftBehind([noAnswer()])).toEqual([
    { ...made, look: "list --kind 'a b'" },
  ]);
});

test('it may have done so also when the retry is refused', async () => {
  expect(await leftBehind([noAnswer(), status(400)])).toEqual([
    { ...made, look: "list --kind 'a b'" },
  ]);
});

test('when the retry is answered it is known', async () => {
  const found = await leftBehind([noAnswer(), body({ id: 'x1' }), status(500)]);
  expect(found).toMatchObject([{ id: 'x1' }]);
  expect(found).toHaveLength(1);
});

test('what is created again by a retry is named once', async () => {
  const found = await leftBehind([
    { statusCode: 500, body: { id: 'x1' } },
    body({ id: 'x1' }),
    status(500),
  ]);
  expect(found).toHaveLength(1);
});

test('each visit of the step creates another one', async () => {
  let n = 0;
  const found = await leftBehind(
    ({ operation }) =>
      operation.operationId === 'create'
        ? body({ id: `x${(n += 1)}` })
        : status(n < 2 ? 200 : 500),
    {
      steps: [
        { stepId: 'make', operationId: 'create', requestBody: { payload: {} } },
        { stepId: 'use', onSuccess: [action('back', 'goto', { stepId: 'make' })] },
      ],
    },
  );
  expect(found.map(({ id }) => id)).toEqual(['x1', 'x2']);
});

test('a request that could not be sent has created nothing', async () => {
  const requestBody = { payload: {}, replacements: [{ target: '/a/b', value: 1 }] };
  const document = { steps: [{ stepId: 'make', operationId: 'create', requestBody }] };
  expect(await leftBehind([{}], document)).toEqual([]);
});
