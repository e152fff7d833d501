import { expect, test } from 'vitest';
import { createRedactor } from '../../../src/cli/run/redact.ts';
import { createRunRecorder } from '../../../src/cli/run/run-report.ts';
import type { Service } from '../../../src/services/service.ts';

const service = {
  name: 'things',
  call: () => Promise.reject(new Error('never called')),
  describe: () => ({
    creates: { resource: 'thing', id: '/id', find: 'list --name {/name}' },
  }),
} satisfies Service;

test('what an interrupted run may have created is told without secrets', () => {
  const redactor = createRedactor();
  redactor.add('hunter2');
  const target = {
    label: 'here',
    services: { s: service },
    describe: service.describe,
    lookSuffix: '',
    secrets: [],
  };
  const recorder = createRunRecorder({ workflowId: 'w', target, redactor });
  const operation = { source: 's', operationId: 'make' };
  const place = { workflowId: 'w', depth: 0 };
  const call = {
    type: 'call',
    at: 0,
    ...place,
    stepId: 'a',
    visit: 1,
    attempt: 1,
  } as const;
  const payload = { name: 'hunter2' };
  const request = { stepId: 'a', operation, parameters: [], idempotencyToken: 't' };
  recorder.onEvent({
    ...call,
    operation: 'make',
    request: { ...request, requestBody: { payload } },
  });

  const { leftBehind } = recorder.report({ runId: 'r', output: undefined });

  expect(leftBehind).toMatchObject([{ look: 'list --name [redacted]' }]);
});
