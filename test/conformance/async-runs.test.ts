import { SimulatedClock } from 'xstate';
import { expect } from 'vitest';
import { importArazzo } from '../../src/index.ts';
import { createMemoryBroker } from '../../src/testing/index.ts';
import type { MemoryBroker } from '../../src/testing/index.ts';
import { startMachine } from '../machines/support/start-run.ts';
import type { Run } from '../machines/support/start-run.ts';
import { toDocument } from './support/document.ts';
import type { Fields } from './support/document.ts';
import { requirement } from './support/requirement.ts';

const input = { requestId: 'r1', petId: 3 };

/** A step at a channel. */
function at(channel: string, step: Fields): Fields {
  const channelPath = `{$sourceDescriptions.ev.url}#/channels/${channel}`;
  return { stepId: channel, channelPath, ...step };
}

const order = at('orders', { action: 'send', requestBody: { payload: 'order' } });
const receive = at('answers', { action: 'receive' });

/** Starts a workflow with these steps at a broker in memory. */
async function start(steps: readonly Fields[], broker: MemoryBroker): Promise<Run> {
  const sourceDescriptions = [{ name: 'ev', url: './ev.yaml', type: 'asyncapi' }];
  const document = toDocument('1.1.0', { sourceDescriptions, steps });
  const arazzo = await importArazzo(JSON.stringify(document));
  const machine = arazzo.workflow().machine({ services: { ev: broker.service } });
  return startMachine(machine, { input, clock: new SimulatedClock() });
}

requirement('B-STEP-06 sending is done when the message was handed over', async () => {
  const broker = createMemoryBroker();
  const run = await start([order], broker);
  expect(await run.finish()).toMatchObject({ status: 'completed' });
  expect(broker.sent).toHaveLength(1);
});

requirement('B-STEP-07 B-STEP-09 receiving is done when a message is there', async () => {
  const broker = createMemoryBroker();
  const run = await start([receive, order], broker);
  await run.advance(1000);
  expect(run.state()).toBe('answers');
  broker.publish('answers', { payload: { any: 1 } });
  await run.advance(0);
  expect(await run.finish()).toMatchObject({ status: 'completed' });
  expect(broker.sent).toHaveLength(1);
});

requirement('B-STEP-08 only a message with the correlation id is received', async () => {
  const broker = createMemoryBroker();
  const run = await start([{ ...receive, correlationId: '$inputs.requestId' }], broker);
  const other = { headers: { correlationId: 'r2' }, payload: 1 };
  broker.publish('answers', other);
  await run.advance(0);
  expect(run.state()).toBe('answers');
  broker.publish('answers', { headers: { correlationId: 'r1' }, payload: 2 });
  await run.advance(0);
  expect(await run.finish()).toMatchObject({ status: 'completed' });
  expect(broker.waiting('answers')).toEqual([other]);
});

requirement('B-STEP-10 without a message in time the step fails', async () => {
  const broker = createMemoryBroker();
  const onFailure = [{ name: 'late', type: 'goto', stepId: 'orders' }];
  const run = await start([{ ...receive, timeout: 6000, onFailure }, order], broker);
  await run.advance(5999);
  expect(run.state()).toBe('answers');
  await run.advance(1);
  await run.finish();
  expect(broker.sent).toMatchObject([{ address: 'orders' }]);
  expect(broker.receivers('answers')).toBe(0);
});

requirement('B-STEP-13 a timeout that nothing handles fails the workflow', async () => {
  const run = await start([{ ...receive, timeout: 50 }, order], createMemoryBroker());
  await run.advance(50);
  expect(await run.finish()).toMatchObject({
    status: 'failed',
    failure: { stepId: 'answers' },
  });
});

requirement('B-STEP-14 a header parameter is a header of the message', async () => {
  const broker = createMemoryBroker();
  const parameters = [{ name: 'requestId', in: 'header', value: '$inputs.requestId' }];
  const run = await start([{ ...order, parameters }], broker);
  await run.finish();
  expect(broker.sent).toMatchObject([{ message: { headers: { requestId: 'r1' } } }]);
});

requirement('B-STEP-15 the request body is the payload of the message', async () => {
  const broker = createMemoryBroker();
  const requestBody = {
    payload: { petId: '$inputs.petId', text: 'pet {$inputs.petId}' },
  };
  const run = await start([{ ...order, requestBody }], broker);
  await run.finish();
  expect(broker.sent).toMatchObject([
    { message: { payload: { petId: 3, text: 'pet 3' } } },
  ]);
});
