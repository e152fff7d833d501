import { expect, test } from 'vitest';
import { simple } from '../../machines/support/workflow-text.ts';
import { calling, planned } from './support/plan.ts';

const look = calling('look', 'read', {
  outputs: { status: '$steps.read.outputs.status' },
});
const [read] = look.steps;
const called = {
  ...look,
  steps: [{ ...read, stepId: 'read', outputs: { status: '$response.body#/status' } }],
};
const call = { stepId: 'call', workflowId: 'look' };

test('a called workflow gives the outputs that the criteria of its step ask for', async () => {
  const { names, uncovered } = await planned([
    {
      workflowId: 'main',
      steps: [{ ...call, successCriteria: [simple("$outputs.status == 'done'")] }],
    },
    called,
  ]);
  expect(uncovered).toEqual([]);
  expect(names).toContain('call [read done] → completed');
  expect(names).toContain('call [read 200] → failed');
});

test.each(['$steps.call.outputs.state', '$workflows.look.outputs.status'])(
  'and those that later steps ask for with %s',
  async (expression) => {
    const { uncovered } = await planned([
      {
        workflowId: 'main',
        steps: [
          { ...call, outputs: { state: '$outputs.status' } },
          { stepId: 'act', successCriteria: [simple(`${expression} == 'done'`)] },
        ],
      },
      called,
    ]);
    expect(uncovered).toEqual([]);
  },
);

test('success criteria of a call are looked at also when it is one case', async () => {
  const { uncovered } = await planned(
    [
      {
        workflowId: 'main',
        steps: [{ ...call, successCriteria: [simple("$outputs.status == 'done'")] }],
      },
      called,
    ],
    { subWorkflows: 'one-case' },
  );
  expect(uncovered).toEqual([]);
});
