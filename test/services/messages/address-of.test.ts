import { expect, test } from 'vitest';
import { addressOf } from '../../../src/services/index.ts';
import { thrownBy } from './thrown-by.ts';

const channel = {
  source: 'shop',
  operationId: 'placeOrder',
  channelPath: '/channels/orders~1new',
};

test('an address has the values of its parameters', () => {
  const address = 'orders/{region}/{shop}/{region}';
  const parameters = { region: 'eu', shop: 7, other: {} };
  expect(addressOf({ channel: { ...channel, address }, parameters })).toBe(
    'orders/eu/7/eu',
  );
});

test('a value is not read as an address again', () => {
  const parameters = { a: '{b}', b: '$&' };
  expect(addressOf({ channel: { ...channel, address: '{a}/{b}' }, parameters })).toBe(
    '{b}/$&',
  );
});

test('without an address the channel goes by its key, else by its operation', () => {
  const { source, operationId } = channel;
  expect(addressOf({ channel, parameters: {} })).toBe('orders/new');
  expect(addressOf({ channel: { source, operationId }, parameters: {} })).toBe(
    'placeOrder',
  );
  expect(addressOf({ channel: { source }, parameters: {} })).toBe('shop');
});

test.each([{}, { region: null }, { region: ['eu'] }, Object.create({ region: 'eu' })])(
  'the parameters %j cannot fill the address',
  (parameters) => {
    const request = { channel: { ...channel, address: 'orders/{region}' }, parameters };
    expect(thrownBy(() => addressOf(request))).toMatchObject({
      name: 'OperationError',
      code: 'INVALID_REQUEST',
    });
  },
);
