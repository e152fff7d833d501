import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { OperationError } from '../../src/diagnostics/index.ts';
import type { Message, SendRequest } from '../../src/services/index.ts';
import { createMemoryBroker } from '../../src/testing/index.ts';
import type { MemoryBroker } from '../../src/testing/index.ts';

const location = '$message.header#/id';

function order(payload: unknown, address = 'orders'): SendRequest {
  return {
    channel: { source: 'shop', channelPath: '/channels/orders', address },
    parameters: { region: 'eu' },
    message: { headers: {}, payload },
    idempotencyToken: 't',
  };
}

function receive(
  broker: MemoryBroker,
  { id, signal }: { id?: unknown; signal?: AbortSignal } = {},
): Promise<Message> {
  const { channel, parameters } = order(null);
  const correlation = id === undefined ? {} : { correlation: { id, location } };
  const options = { signal: signal ?? new AbortController().signal };
  return broker.service.receive({ channel, parameters, ...correlation }, options);
}

function send(broker: MemoryBroker, request = order('one')): Promise<void> {
  return broker.service.send(request, { signal: new AbortController().signal });
}

const message = (id: string): Message => ({ headers: { id }, payload: { is: id } });

test('B-STEP-07 a message that was there before is received', async () => {
  const broker = createMemoryBroker();
  broker.publish('orders', { payload: 1 });
  await expect(receive(broker)).resolves.toEqual({ headers: {}, payload: 1 });
  expect(broker.waiting('orders')).toEqual([]);
});

test('B-STEP-07 a receiver waits until there is a message', async () => {
  const broker = createMemoryBroker();
  const received = receive(broker);
  expect(broker.receivers('orders')).toBe(1);
  broker.publish('others', { payload: 0 });
  broker.publish('orders', { payload: 1 });
  await expect(received).resolves.toMatchObject({ payload: 1 });
  expect(broker.receivers('orders')).toBe(0);
  expect(broker.waiting('others')).toHaveLength(1);
});

test('B-STEP-08 a receiver takes the first message that matches and leaves the others', async () => {
  const broker = createMemoryBroker();
  for (const id of ['a', 'b', 'b', 'c']) broker.publish('orders', message(id));
  await expect(receive(broker, { id: 'b' })).resolves.toEqual(message('b'));
  expect(broker.waiting('orders')).toEqual(['a', 'b', 'c'].map(message));
});

test('B-STEP-08 of the receivers that wait the first that it is for gets a message', async () => {
  const broker = createMemoryBroker();
  const forB = receive(broker, { id: 'b' });
  const forAnyone = receive(broker);
  const alsoForAnyone = receive(broker);
  for (const id of ['a', 'b', 'c']) broker.publish('orders', message(id));
  await expect(forAnyone).resolves.toEqual(message('a'));
  await expect(forB).resolves.toEqual(message('b'));
  await expect(alsoForAnyone).resolves.toEqual(message('c'));
});

test('a receiver that is withdrawn is forgotten', async () => {
  const broker = createMemoryBroker();
  const controller = new AbortController();
  const received = receive(broker, { signal: controller.signal });
  controller.abort();
  await expect(received).rejects.toMatchObject({
    name: 'OperationError',
    code: 'ABORTED',
  });
  broker.publish('orders', { payload: 1 });
  expect(broker.waiting('orders')).toHaveLength(1);
});

test('who is withdrawn before the call gets nothing and sends nothing', async () => {
  const broker = createMemoryBroker();
  broker.publish('orders', { payload: 1 });
  const signal = AbortSignal.abort();
  await expect(receive(broker, { signal })).rejects.toMatchObject({ code: 'ABORTED' });
  const sending = broker.service.send(order('one'), { signal });
  await expect(sending).rejects.toMatchObject({ code: 'ABORTED' });
  expect(broker.waiting('orders')).toHaveLength(1);
  expect(broker.sent).toEqual([]);
});

test('B-STEP-15 what is sent is kept, with the address it went to', async () => {
  const broker = createMemoryBroker();
  const request = order({ petId: 1 }, 'orders/{region}');
  await send(broker, request);
  const sent = { address: 'orders/eu', message: { headers: {}, payload: { petId: 1 } } };
  expect(broker.sent).toEqual([{ ...sent, request }]);
});

test('what a workflow sends it does not receive itself', async () => {
  const broker = createMemoryBroker();
  await send(broker);
  expect(broker.waiting('orders')).toEqual([]);
});

test('an application answers while the message is sent', async () => {
  const broker = createMemoryBroker();
  broker.onSend('orders/eu', ({ message: { payload } }) =>
    broker.publish('orders', { payload: [payload] }),
  );
  await send(broker, order('one', 'orders/{region}'));
  await expect(receive(broker)).resolves.toMatchObject({ payload: ['one'] });
});

test('a handler that was taken away is not called', async () => {
  const broker = createMemoryBroker();
  const seen: unknown[] = [];
  const handle = ({ message: { payload } }: { message: Message }): void => {
    seen.push(payload);
  };
  const takeAway = broker.onSend('orders', handle);
  broker.onSend('orders', handle);
  await send(broker);
  takeAway();
  await send(broker, order('two'));
  expect(seen).toEqual(['one', 'one', 'two']);
});

test('sending fails as often as it is told to', async () => {
  const broker = createMemoryBroker();
  const refused = new OperationError('UNREACHABLE', 'nobody is there');
  broker.failSend('orders');
  broker.failSend('orders', refused);
  await expect(send(broker)).rejects.toMatchObject({ code: 'NO_ANSWER' });
  await expect(send(broker)).rejects.toBe(refused);
  await expect(send(broker)).resolves.toBeUndefined();
  expect(broker.sent).toHaveLength(1);
});

test('what a handler throws the sender gets', async () => {
  const broker = createMemoryBroker();
  broker.onSend('orders', () => {
    throw new TypeError('oops');
  });
  await expect(send(broker)).rejects.toMatchObject({
    name: 'OperationError',
    code: 'NO_ANSWER',
    message: 'oops',
  });
});

test('an address that cannot be filled in makes the request invalid', async () => {
  const sending = send(createMemoryBroker(), order('one', 'orders/{shop}'));
  await expect(sending).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
});

test('what is published cannot be changed afterwards', async () => {
  const broker = createMemoryBroker();
  const payload = { a: 1 };
  broker.publish('orders', { payload });
  payload.a = 2;
  await expect(receive(broker)).resolves.toMatchObject({ payload: { a: 1 } });
});

const id = fc.constantFrom('a', 'b');
const steps = fc.array(
  fc.oneof(
    fc.record({ publish: id }),
    fc.record({ receive: fc.option(id) }),
    fc.record({ withdraw: fc.nat(5) }),
  ),
);

test('every message is received once or waits, and nobody waits for one that is there', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (actions) => {
      const broker = createMemoryBroker();
      const controllers: AbortController[] = [];
      const results: Promise<string>[] = [];
      let published = 0;
      for (const action of actions) {
        if ('publish' in action) {
          published += 1;
          broker.publish('orders', message(action.publish));
        } else if ('receive' in action) {
          const controller = new AbortController();
          controllers.push(controller);
          const wanted = { id: action.receive ?? undefined, signal: controller.signal };
          const kind = action.receive ?? 'any';
          results.push(
            receive(broker, wanted).then(
              ({ headers }) =>
                kind === 'any' || headers['id'] === kind ? 'got' : 'wrong',
              () => 'withdrawn',
            ),
          );
        } else controllers[action.withdraw]?.abort();
      }
      for (const controller of controllers) controller.abort();
      const outcomes = await Promise.all(results);
      const got = outcomes.filter((outcome) => outcome === 'got').length;
      expect(outcomes).not.toContain('wrong');
      expect(got + broker.waiting('orders').length).toBe(published);
      expect(broker.receivers('orders')).toBe(0);
    }),
  );
});
