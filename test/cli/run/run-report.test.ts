import { expect, test } from 'vitest';
import { createRedactor } from '../../../src/cli/run/redact.ts';
import { createRunRecorder } from '../../../src/cli/run/run-report.ts';

test('what an interrupted run may have created is told without secrets', () => {
  const redactor = createRedactor();
  redactor.add('hunter2');
  const target = {
    label: 'here',
    services: {},
    describe: () => undefined,
    lookSuffix: ' --region r',
    secrets: [],
  };
  const recorder = createRunRecorder({ workflowId: 'w', target, redactor });
  const thing = { stepId: 'a', operationId: 'make', resource: 'thing' };
  const leftBehind = [{ ...thing, look: 'list --name hunter2' }];

  const report = recorder.report({ runId: 'r', leftBehind });

  expect(report).toMatchObject({
    status: 'aborted',
    leftBehind: [{ look: 'list --name [redacted] --region r' }],
  });
});
