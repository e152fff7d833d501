import { expect, test } from 'vitest';
import { indexOf, orders } from './support/orders.ts';

const index = indexOf(orders);
const placeOrder = { source: 'shop', operationId: 'placeOrder' };
const tellShipment = { source: 'shop', operationId: 'tellShipment' };

test('a workflow sends what the application receives', () => {
  expect(index.find(placeOrder, 'send')).toMatchObject({
    side: 'counterpart',
    action: 'send',
    reference: {
      ...placeOrder,
      channelPath: '/channels/orders',
      address: 'orders/{region}',
    },
    contentType: 'application/json',
    correlationLocation: '$message.header#/orderRequestId',
  });
});

test('a workflow that receives by an operation that receives takes its reply', () => {
  expect(index.find(placeOrder, 'receive')).toMatchObject({
    side: 'reply',
    action: 'receive',
    reference: { channelPath: '/channels/confirmations', address: 'confirmations' },
    correlationLocation: '$message.header#/orderRequestId',
  });
});

test('who does the same as an application that has no replies is on its side', () => {
  expect(index.find(tellShipment, 'send')).toMatchObject({
    side: 'same',
    action: 'send',
  });
});

test('B-STEP-05 without an action the workflow does the opposite of the application', () => {
  expect(index.find(placeOrder)).toMatchObject({ side: 'counterpart', action: 'send' });
  expect(index.find(tellShipment)).toMatchObject({ action: 'receive' });
});

test('B-STEP-02 a channel is used as the step says', () => {
  const reference = { source: 'shop', channelPath: '/components/channels/confirmations' };
  expect(index.find(reference, 'receive')).toMatchObject({
    side: 'channel',
    action: 'receive',
    reference: { channelPath: '/channels/confirmations', address: 'confirmations' },
  });
  expect(index.find(reference)).not.toHaveProperty('action');
});

test('messages that do not agree have no content type in common', () => {
  const use = index.find(tellShipment, 'receive');
  expect(use?.messages).toHaveLength(2);
  expect(use).not.toHaveProperty('contentType');
  expect(use).not.toHaveProperty('correlationLocation');
  expect(use?.reference).not.toHaveProperty('address');
});

test('an operation whose channel is in another file is found without one', () => {
  const reference = { source: 'shop', operationId: 'elsewhere' };
  const use = index.find(reference, 'receive');
  expect(use).toEqual({
    side: 'counterpart',
    action: 'receive',
    reference,
    messages: [],
  });
});

test('C-45 an operation that the description does not have is not found', () => {
  const reference = { source: 'shop', operationId: 'confirmOrder' };
  expect(index.find(reference, 'receive')).toBeUndefined();
  expect(index.find({ source: 'shop' }, 'receive')).toBeUndefined();
});
