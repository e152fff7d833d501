import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexAsyncApi } from '../../src/asyncapi/index.ts';
import type { Json } from '../../src/expressions/index.ts';
import { indexOf, orders } from './support/orders.ts';

const index = indexOf(orders);

test('B-SRC-02 an AsyncAPI 3 description is read', () => {
  expect(index).toMatchObject({
    version: '3.0.0',
    title: 'Shop',
    servers: [{ name: 'local', host: 'localhost:9092', protocol: 'kafka' }],
    operationIds: ['placeOrder', 'tellShipment', 'elsewhere', 'undecided'],
    channelPaths: [
      '/channels/orders',
      '/channels/confirmations',
      '/channels/shipments~1v1',
    ],
  });
});

test.each(['3.1.0', '3', 3])('B-SRC-02 version %j is read', (asyncapi) => {
  expect(indexAsyncApi({ asyncapi })).toMatchObject({ kind: 'asyncapi' });
});

test.each(['2.6.0', '1.2.0', '4.0.0', '', 2])(
  'B-SRC-02 version %j is told as unsupported',
  (asyncapi) => {
    const expected = { kind: 'unsupported', version: String(asyncapi) };
    expect(indexAsyncApi({ asyncapi })).toEqual(expected);
  },
);

test.each([
  undefined,
  null,
  'asyncapi: 3.0.0',
  [],
  {},
  { openapi: '3.1.0' },
  { asyncapi: {} },
])('%j is no AsyncAPI description', (value) => {
  expect(indexAsyncApi(value as Json)).toBeUndefined();
});

test('an operation says what the application does, with which messages, and where answers go', () => {
  expect(index.operation('placeOrder')).toMatchObject({
    action: 'receive',
    pointer: '/operations/placeOrder',
    messages: { channel: { key: 'orders' }, list: [{ key: 'placed', name: 'Order' }] },
    reply: {
      addressLocation: '$message.header#/replyTo',
      channel: { key: 'confirmations' },
      list: [{ key: 'confirmed' }],
    },
  });
});

test('an operation without a list has all messages of its channel', () => {
  const { list } = index.operation('tellShipment')?.messages ?? { list: [] };
  expect(list.map(({ key }) => key)).toEqual(['sent', 'lost']);
});

test('a channel in another file is named, not found', () => {
  const { messages } = index.operation('elsewhere') ?? {};
  expect(messages).toEqual({ reference: 'other.yaml#/channels/x', list: [] });
});

test.each(['nothing', 'undecided', '__proto__', 'constructor', ''])(
  'there is no operation %j',
  (id) => {
    expect(index.operation(id)).toBeUndefined();
  },
);

test.each([
  ['/channels/orders', 'orders'],
  ['/channels/shipments~1v1', 'shipments/v1'],
  ['/components/channels/confirmations', 'confirmations'],
  ['/operations/placeOrder/channel', 'orders'],
  ['/operations/placeOrder/reply/channel', 'confirmations'],
])('B-STEP-02 the pointer %s leads to a channel', (pointer, key) => {
  expect(index.channel(pointer)?.key).toBe(key);
});

test.each([
  '',
  '/',
  '/channels',
  '/channels/nothing',
  '/channels/__proto__',
  '/channels/orders/messages',
  '/info',
  'channels/orders',
  '/channels/a~2b',
])('the pointer %j leads to no channel', (pointer) => {
  expect(index.channel(pointer)).toBeUndefined();
});

test('a channel has one pointer, whatever leads to it', () => {
  const direct = index.channel('/channels/confirmations');
  expect(direct?.pointer).toBe('/channels/confirmations');
  expect(index.channel('/components/channels/confirmations')).toBe(direct);
  expect(index.operation('placeOrder')?.reply?.channel).toBe(direct);
});

test('an address has its parameters, also those that are not described', () => {
  expect(index.channel('/channels/orders')).toMatchObject({
    address: 'orders/{region}',
    parameters: [{ name: 'region', enum: ['eu', 'us'], default: 'eu' }],
  });
  const bare = indexOf({ asyncapi: '3.0.0', channels: { a: { address: '{x}/{y}' } } });
  expect(bare.channel('/channels/a')?.parameters).toEqual([{ name: 'x' }, { name: 'y' }]);
});

test('a channel without an address has none', () => {
  expect(index.channel('/channels/shipments~1v1')).not.toHaveProperty('address');
});

const fields =
  'a channel messages action reply address parameters payload traits correlationId location schemaFormat schema items'.split(
    ' ',
  );

const part = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('send', 'receive', null, true, 3),
    fc.record({
      $ref: fc.constantFrom('#/channels/a', '#/operations/a', '#/x/a', '#', ''),
    }),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 4 }),
  ),
})).value;

function readEverything(description: Json): void {
  const found = indexOf(description);
  for (const id of [...found.operationIds, 'a']) found.operation(id);
  for (const pointer of found.channelPaths) {
    const { messages } = found.channel(pointer) ?? { messages: [] };
    for (const { payload } of messages) payload?.toJsonSchema();
  }
  found.find({ source: 's', operationId: 'a' }, 'send');
}

test('whatever a description holds, it can be read', () => {
  fc.assert(
    fc.property(part, part, part, (channels, operations, x) => {
      const description = { asyncapi: '3.0.0', channels, operations, x };
      expect(() => readEverything(description)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
