import { SimulatedClock } from 'xstate';
import { describe, expect, test } from 'vitest';
import { createMemoryBroker } from '../../../src/testing/index.ts';
import type { MemoryBroker } from '../../../src/testing/index.ts';
import type { WorkflowFields } from '../support/document-text.ts';
import { settled, startMachine } from '../support/start-run.ts';
import type { Run } from '../support/start-run.ts';
import { loadWorkflows } from '../support/start-workflows.ts';
import { action } from '../support/workflow-text.ts';

const document = {
  arazzo: '1.1.0',
  sourceDescriptions: [{ name: 'shop', url: './shop.yaml', type: 'asyncapi' }],
};
const at = (channel: string) => ({
  channelPath: `{$sourceDescriptions.shop.url}#/channels/${channel}`,
});

const order = {
  stepId: 'order',
  ...at('orders'),
  action: 'send',
  parameters: [{ name: 'requestId', in: 'header', value: '$inputs.id' }],
  requestBody: { payload: { pet: '$inputs.pet' } },
};
const confirmation = {
  stepId: 'confirmation',
  ...at('confirmations'),
  action: 'receive',
  correlationId: '$inputs.id',
  outputs: { order: '$message.payload#/order' },
};
const buy: WorkflowFields = {
  workflowId: 'buy',
  steps: [order, confirmation],
  outputs: { order: '$steps.confirmation.outputs.order' },
};

async function start(
  workflows: readonly WorkflowFields[],
  broker: MemoryBroker,
  input = { id: 'r1', pet: 'rex' } as Record<string, string>,
): Promise<Run> {
  const workflow = await loadWorkflows(workflows, { document });
  const machine = workflow.machine({ services: { shop: broker.service }, runId: 'run' });
  return startMachine(machine, { input, clock: new SimulatedClock() });
}

describe('steps that use channels', () => {
  test.each(['path', 'channel'])(
    'are given parameters of its address in: %s',
    async (place) => {
      const broker = createMemoryBroker();
      const parameters = [{ name: 'region', in: place, value: 'eu' }];
      const step = { ...order, parameters };
      await start([{ workflowId: 'one', steps: [step] }], broker);
      expect(broker.sent).toMatchObject([{ request: { parameters: { region: 'eu' } } }]);
    },
  );

  test('send, and take the message that carries their correlation id', async () => {
    const broker = createMemoryBroker();
    const run = await start([buy], broker);
    expect(broker.sent).toMatchObject([
      {
        address: 'orders',
        message: { headers: { requestId: 'r1' }, payload: { pet: 'rex' } },
      },
    ]);
    broker.publish('confirmations', { payload: { correlationId: 'r2', order: 1 } });
    await settled();
    expect(run.actor.getSnapshot().status).toBe('active');
    broker.publish('confirmations', { payload: { correlationId: 'r1', order: 2 } });
    await settled();
    expect(await run.finish()).toEqual({ status: 'completed', outputs: { order: 2 } });
    expect(broker.waiting('confirmations')).toHaveLength(1);
  });

  test('work the same in a called workflow', async () => {
    const broker = createMemoryBroker();
    const parameters = [
      { name: 'id', value: '$inputs.id' },
      { name: 'pet', value: 'tom' },
    ];
    const top = {
      workflowId: 'top',
      steps: [
        { stepId: 'b', workflowId: 'buy', parameters, outputs: { o: '$outputs.order' } },
      ],
      outputs: { o: '$steps.b.outputs.o' },
    };
    broker.onSend('orders', ({ message }) =>
      broker.publish('confirmations', {
        payload: { correlationId: message.headers['requestId'], order: 3 },
      }),
    );
    const run = await start([top, buy], broker);
    expect(await run.finish()).toEqual({ status: 'completed', outputs: { o: 3 } });
  });

  test('without a message in time fail, and wait no longer', async () => {
    const broker = createMemoryBroker();
    const run = await start(
      [{ ...buy, steps: [order, { ...confirmation, timeout: 6000 }] }],
      broker,
    );
    expect(broker.receivers('confirmations')).toBe(1);
    await run.advance(6000);
    expect(broker.receivers('confirmations')).toBe(0);
    expect(await run.finish()).toMatchObject({
      status: 'failed',
      failure: { kind: 'no-answer', stepId: 'confirmation', error: { type: 'TIMEOUT' } },
    });
  });

  test('wait no longer when the run is stopped', async () => {
    const broker = createMemoryBroker();
    const run = await start([buy], broker);
    run.actor.stop();
    await settled();
    expect(broker.receivers('confirmations')).toBe(0);
  });

  test('send again with the same token in a retry', async () => {
    const broker = createMemoryBroker();
    broker.failSend('orders');
    const tokens: string[] = [];
    broker.onSend('orders', ({ request }) => tokens.push(request.idempotencyToken));
    const again = { ...order, onFailure: [action('again', 'retry', { retryAfter: 1 })] };
    const run = await start([{ ...buy, outputs: {}, steps: [again] }], broker);
    expect(broker.sent).toEqual([]);
    const { output } = await run.finish().then((each) => ({ output: each }));
    expect(output.status).toBe('completed');
    expect(broker.sent).toHaveLength(1);
    expect(tokens).toHaveLength(1);
  });

  test('whose correlation id is nothing fail instead of taking any message', async () => {
    const broker = createMemoryBroker();
    broker.publish('confirmations', { payload: { order: 9 } });
    const run = await start([buy], broker, { pet: 'rex' });
    expect(await run.finish()).toMatchObject({
      status: 'failed',
      failure: { stepId: 'confirmation', error: { type: 'INVALID_REQUEST' } },
    });
    expect(broker.waiting('confirmations')).toHaveLength(1);
  });

  test('whose criteria do not hold fail, and say so', async () => {
    const broker = createMemoryBroker();
    const picky = {
      ...confirmation,
      successCriteria: [{ condition: "$message.payload#/status == 'accepted'" }],
    };
    const run = await start([{ ...buy, steps: [picky] }], broker);
    broker.publish('confirmations', { payload: { correlationId: 'r1', status: 'no' } });
    await settled();
    const output = await run.finish();
    expect(output).toMatchObject({
      status: 'failed',
      failure: { kind: 'criteria', stepId: 'confirmation' },
    });
  });

  test('are restored while they wait', async () => {
    const broker = createMemoryBroker();
    const workflow = await loadWorkflows([buy], { document });
    const machine = workflow.machine({
      services: { shop: broker.service },
      runId: 'run',
    });
    const dying = await startMachine(machine, { input: { id: 'r1', pet: 'rex' } });
    const snapshot = JSON.parse(
      JSON.stringify(dying.actor.getPersistedSnapshot()),
    ) as never;
    dying.actor.stop();
    const run = await startMachine(machine, { snapshot });
    broker.publish('confirmations', { payload: { correlationId: 'r1', order: 4 } });
    await settled();
    expect(await run.finish()).toEqual({ status: 'completed', outputs: { order: 4 } });
    expect(broker.sent).toHaveLength(1);
  });
});
