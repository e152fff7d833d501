import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPointer } from '../../../src/expressions/index.ts';
import { matchesCorrelation } from '../../../src/services/index.ts';
import type { Message } from '../../../src/services/index.ts';

const header = '$message.header#/orderId';
const payload = '$message.payload#/order/id';

test.each([
  ['a header', header, { headers: { orderId: 'a' }, payload: null }],
  ['a header in another case', header, { headers: { ORDERID: 'a' }, payload: null }],
  [
    'a part of a header',
    '$message.header#/meta/id',
    { headers: { meta: { id: 'a' } }, payload: null },
  ],
  ['a part of the payload', payload, { headers: {}, payload: { order: { id: 'a' } } }],
  ['the whole payload', '$message.payload#', { headers: {}, payload: 'a' }],
])(
  'B-STEP-08 a message carries its correlation id in %s',
  (_where, location, message) => {
    expect(matchesCorrelation(message, { id: 'a', location })).toBe(true);
    expect(matchesCorrelation(message, { id: 'b', location })).toBe(false);
  },
);

test('without a location the fields named correlationId count', () => {
  const inHeader = { headers: { correlationid: 'a' }, payload: {} };
  const inPayload = { headers: {}, payload: { correlationId: 'a' } };
  const elsewhere = { headers: { id: 'a' }, payload: { CorrelationId: 'a' } };
  expect(matchesCorrelation(inHeader, { id: 'a' })).toBe(true);
  expect(matchesCorrelation(inPayload, { id: 'a' })).toBe(true);
  expect(matchesCorrelation(elsewhere, { id: 'a' })).toBe(false);
});

test('with a location no other field counts', () => {
  const message = { headers: { correlationId: 'a' }, payload: { correlationId: 'a' } };
  expect(matchesCorrelation(message, { id: 'a', location: header })).toBe(false);
});

test('a number equals its text in a header, where everything is text, and only there', () => {
  const text: Message = { headers: { orderId: '42' }, payload: { order: { id: '42' } } };
  const number: Message = { headers: { orderId: 42 }, payload: null };
  expect(matchesCorrelation(text, { id: 42, location: header })).toBe(true);
  expect(matchesCorrelation(number, { id: '42', location: header })).toBe(true);
  expect(matchesCorrelation(text, { id: 42, location: payload })).toBe(false);
});

test.each([undefined, null])('nothing matches the id %j', (id) => {
  const message = { headers: { orderId: id }, payload: { correlationId: id } };
  expect(matchesCorrelation(message, { id, location: header })).toBe(false);
  expect(matchesCorrelation(message, { id })).toBe(false);
});

test.each(['', 'orderId', '$message.header', '$message.payload#orderId', '$url'])(
  'nothing matches at the location %j, which is none',
  (location) => {
    const message = { headers: { orderId: 'a' }, payload: { orderId: 'a' } };
    expect(matchesCorrelation(message, { id: 'a', location })).toBe(false);
  },
);

test('an id that is an object is compared by its members', () => {
  const message = { headers: {}, payload: { order: { id: { a: 1, b: [2] } } } };
  const matches = (id: unknown): boolean =>
    matchesCorrelation(message, { id, location: payload });
  expect(matches({ b: [2], a: 1 })).toBe(true);
  expect(matches({ a: 1 })).toBe(false);
});

test('a message matches the id that it was given, wherever that stands', () => {
  const id = fc.oneof(fc.string(), fc.integer(), fc.boolean());
  const keys = fc.array(fc.string(), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(id, id, keys, fc.boolean(), (own, other, path, isHeader) => {
      const value = path
        .toReversed()
        .reduce<unknown>((inner, key) => Object.fromEntries([[key, inner]]), own);
      const message = isHeader
        ? { headers: value as Message['headers'], payload: null }
        : { headers: {}, payload: value };
      const part = isHeader ? 'header' : 'payload';
      const location = `$message.${part}#${formatPointer(path)}`;
      expect(matchesCorrelation(message, { id: own, location })).toBe(true);
      const isSame = isHeader ? String(own) === String(other) : own === other;
      expect(matchesCorrelation(message, { id: other, location })).toBe(isSame);
    }),
  );
});

test('whatever a broker hands over, matching does not throw', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      fc.anything(),
      fc.oneof(fc.string(), fc.constantFrom(undefined, header, payload)),
      (message, id, location) => {
        const correlation = location === undefined ? { id } : { id, location };
        expect(typeof matchesCorrelation(message as Message, correlation)).toBe(
          'boolean',
        );
      },
    ),
    { numRuns: 1000 },
  );
});
