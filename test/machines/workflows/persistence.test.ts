import { describe, expect, test } from 'vitest';
import { status } from '../support/create-scripted-service.ts';
import { byOperation, loadWorkflows, startLoaded } from '../support/start-workflows.ts';
import { action } from '../support/workflow-text.ts';

const workflows = [
  {
    workflowId: 'top',
    steps: [{ stepId: 'a', workflowId: 'middle' }, { stepId: 'z' }],
    outputs: { v: '$workflows.bottom.outputs.v', w: '$workflows.middle.outputs.w' },
  },
  {
    workflowId: 'middle',
    dependsOn: ['first'],
    steps: [
      { stepId: 'b', workflowId: 'bottom' },
      {
        stepId: 'c',
        outputs: { w: '$response.body#/w' },
        onSuccess: [
          action('go', 'goto', {
            workflowId: 'target',
            parameters: [{ name: 'w', value: '$response.body#/w' }],
          }),
        ],
      },
    ],
  },
  { workflowId: 'first', steps: [{ stepId: 'f' }] },
  {
    workflowId: 'bottom',
    steps: [
      {
        stepId: 'x',
        outputs: { v: '$response.body#/v' },
        onFailure: [
          action('help', 'retry', {
            workflowId: 'helper',
            retryAfter: 10,
            retryLimit: 2,
          }),
        ],
      },
      { stepId: 'y' },
    ],
    outputs: { v: '$steps.x.outputs.v' },
  },
  { workflowId: 'helper', steps: [{ stepId: 'h' }] },
  { workflowId: 'target', steps: [{ stepId: 't' }], outputs: { w: '$inputs.w' } },
];

const order = ['f', 'x', 'h', 'x', 'y', 'c', 't', 'z'];
const completed = { status: 'completed', outputs: { v: 1, w: 2 } };

function answers(failures: number) {
  let failed = 0;
  return byOperation({
    x: () => (failed++ < failures ? status(503) : { body: { v: 1 } }),
    c: [{ body: { w: 2 } }],
  });
}

const document = { arazzo: '1.1.0' };

describe('a run with workflows within workflows', () => {
  test('calls in this order', async () => {
    const workflow = await loadWorkflows(workflows, { document });
    const run = await startLoaded(workflow, { script: answers(1) });
    expect(await run.finish()).toEqual(completed);
    expect(run.calls()).toEqual(order);
    expect(run.clock.now()).toBe(10_000);
  });

  test.each(order.map((operation, index) => [operation, index] as const))(
    'that dies in the call of %s (%i) goes on with the same token',
    async (_operation, index) => {
      const workflow = await loadWorkflows(workflows, { document });
      let left = index;
      const before = answers(1);
      const dying = await startLoaded(workflow, {
        script: (request) => (left-- <= 0 ? 'silence' : before(request)),
      });
      if (dying.calls().length <= index) await dying.advance(10_000);
      expect(dying.calls()).toEqual(order.slice(0, index + 1));
      const snapshot = dying.persisted();
      const now = dying.clock.now();
      dying.actor.stop();
      const xs = order.slice(0, index).filter((each) => each === 'x').length;
      const run = await startLoaded(workflow, { script: answers(1 - xs), snapshot, now });
      expect(await run.finish()).toEqual(completed);
      expect(run.calls()).toEqual(order.slice(index));
      const token = dying.service.requests[index]?.idempotencyToken;
      expect(run.service.requests[0]?.idempotencyToken).toBe(token);
    },
  );

  test('that dies while it waits three levels deep waits until the original time', async () => {
    const workflow = await loadWorkflows(workflows, { document });
    const dying = await startLoaded(workflow, { script: answers(1) });
    await dying.advance(4000);
    const snapshot = dying.persisted();
    dying.actor.stop();
    const run = await startLoaded(workflow, { script: answers(0), snapshot, now: 7000 });
    expect(run.calls()).toEqual([]);
    // It can be persisted again, and is the same.
    expect(run.persisted()).toEqual(snapshot);
    await run.advance(2999);
    expect(run.calls()).toEqual([]);
    await run.advance(1);
    expect(await run.finish()).toEqual(completed);
    expect(run.calls()).toEqual(order.slice(3));
  });

  test('that dies within the time limit of a step still ends in time', async () => {
    const timed = [
      {
        workflowId: 'top',
        steps: [{ stepId: 'a', workflowId: 'child', timeout: 5000 }],
      },
      { workflowId: 'child', steps: [{ stepId: 'x' }] },
    ];
    const workflow = await loadWorkflows(timed, { document });
    const dying = await startLoaded(workflow, { script: ['silence'] });
    await dying.advance(2000);
    const snapshot = dying.persisted();
    const run = await startLoaded(workflow, { script: ['silence'], snapshot, now: 4000 });
    await run.advance(1000);
    expect(await run.finish()).toMatchObject({
      status: 'failed',
      failure: { error: { type: 'TIMEOUT' } },
    });
    expect(run.service.signals[0]?.aborted).toBe(true);
  });
});
