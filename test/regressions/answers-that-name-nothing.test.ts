import { expect, test } from 'vitest';

import { body, status } from '../machines/support/create-scripted-service.ts';
import type { Script } from '../machines/support/create-scripted-service.ts';
import { runToEnd } from '../machines/support/start-run.ts';
import {
  createScriptedHealthLake,
  toRequest,
  unaborted,
} from '../services/healthlake/scripted-health-lake.ts';

const knowledge = { create: { creates: { resource: 'thing', id: '/id', find: 'list' } } };

async function leftBehind(script: Script): Promise<readonly object[]> {
  const steps = [{ stepId: 'make', operationId: 'create' }, { stepId: 'use' }];
  const { output } = await runToEnd({ steps }, { script, knowledge });
  return output.status === 'completed' ? [] : output.failure.leftBehind;
}

const perhaps = [
  { stepId: 'make', operationId: 'create', resource: 'thing', look: 'list' },
];

test.each([
  ['a success without an id', [body({}), status(500)]],
  ['a success whose id is no text', [body({ id: { a: 1 } }), status(500)]],
  ['an error of the server', [status(500)]],
  ['a redirection', [status(302)]],
])('%s may have created something', async (_what, script) => {
  expect(await leftBehind(script)).toEqual(perhaps);
});

test('a value without JSON in the answer does not mean that nothing was sent', async () => {
  const description = { DatastoreProperties: { CreatedAt: 1e300 } };
  const { service } = createScriptedHealthLake({ status: 200, body: description });
  const call = service.call(
    toRequest('DescribeFHIRDatastore', { DatastoreId: 'd' }),
    unaborted(),
  );
  await expect(call).rejects.toMatchObject({
    code: 'NO_ANSWER',
    message: 'The server answered DescribeFHIRDatastore with values that cannot be read.',
  });
});
