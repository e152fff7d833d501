import { expect, test } from 'vitest';
import type { Json } from '../../src/expressions/index.ts';
import type { AsyncApiMessage } from '../../src/asyncapi/index.ts';
import { indexOf, orders } from './support/orders.ts';

function messageOf(
  message: Json,
  rest: { readonly [key: string]: Json } = {},
): AsyncApiMessage {
  const channels = { a: { messages: { m: message } } };
  const found = indexOf({ asyncapi: '3.0.0', channels, ...rest }).channel('/channels/a');
  const [first] = found?.messages ?? [];
  if (first === undefined) throw new Error('no message');
  return first;
}

test('a message is read behind its references, with its correlation id', () => {
  const [placed] = indexOf(orders).channel('/channels/orders')?.messages ?? [];
  expect(placed).toMatchObject({
    key: 'placed',
    pointer: '/components/messages/Order',
    contentType: 'application/json',
    correlationLocation: '$message.header#/orderRequestId',
    headers: { pointer: '/components/messages/Order/headers' },
    payload: { pointer: '/components/schemas/Order' },
  });
});

test('traits add what the message does not say, the last one first', () => {
  const [confirmed] = indexOf(orders).channel('/channels/confirmations')?.messages ?? [];
  expect(confirmed).toMatchObject({
    contentType: 'a/last',
    correlationLocation: '$message.header#/orderRequestId',
  });
  const own = messageOf({ contentType: 'a/own', traits: [{ contentType: 'a/trait' }] });
  expect(own.contentType).toBe('a/own');
});

test('a schema stands alone, also one that contains itself', () => {
  const [placed] = indexOf(orders).channel('/channels/orders')?.messages ?? [];
  const item = { $ref: '#/$defs/Item' };
  expect(placed?.payload?.toJsonSchema()).toEqual({
    type: 'object',
    properties: { items: { type: 'array', items: item } },
    $defs: { Item: { properties: { parts: { items: item } } } },
  });
});

test('a tuple of draft 7 becomes one of 2020-12', () => {
  const payload = {
    items: [{ type: 'string' }],
    additionalItems: false,
    properties: { items: { const: { items: [1] } } },
  };
  expect(messageOf({ payload }).payload?.toJsonSchema()).toEqual({
    prefixItems: [{ type: 'string' }],
    items: false,
    properties: { items: { const: { items: [1] } } },
  });
});

test('a schema in another language has a format and no JSON Schema', () => {
  const [confirmed] = indexOf(orders).channel('/channels/confirmations')?.messages ?? [];
  expect(confirmed?.payload?.format).toBe('application/vnd.apache.avro;version=1.9.0');
  expect(confirmed?.payload?.toJsonSchema()).toBeUndefined();
});

test.each([
  'application/vnd.aai.asyncapi+json;version=3.0.0',
  'application/schema+json;version=draft-07',
])('a schema in %s is JSON Schema', (schemaFormat) => {
  const { payload } = messageOf({ payload: { schemaFormat, schema: { type: 'null' } } });
  expect(payload).toMatchObject({ format: schemaFormat });
  expect(payload?.toJsonSchema()).toEqual({ type: 'null' });
});

test('a message found through a reference that leads through a reference is read', () => {
  const operations = {
    o: {
      action: 'send',
      channel: { $ref: '#/channels/a' },
      messages: [{ $ref: '#/channels/a/messages/m' }],
    },
  };
  const index = indexOf({
    asyncapi: '3.0.0',
    operations,
    channels: { a: { $ref: '#/components/channels/b' } },
    components: { channels: { b: { messages: { m: { name: 'here' } } } } },
  });
  expect(index.operation('o')?.messages.list).toMatchObject([{ key: 'm', name: 'here' }]);
});

test.each([
  ['itself', '#/channels/a/messages/m'],
  ['nothing', '#/nowhere'],
  ['no pointer', '#nowhere'],
  ['another file', 'other.json#/m'],
])('a message that refers to %s is none', (_what, $ref) => {
  expect(() => messageOf({ $ref })).toThrow('no message');
});

test('references that refer to each other end', () => {
  const components = { x: { $ref: '#/components/y/z' }, y: { $ref: '#/components/x' } };
  expect(() => messageOf({ $ref: '#/components/x' }, { components })).toThrow(
    'no message',
  );
});

test('a correlation id without a place is none', () => {
  const message = messageOf({ correlationId: { description: 'x' } });
  expect(message).not.toHaveProperty('correlationLocation');
});
