import { expect, test } from 'vitest';
import { notesOn, valueOf } from '../support/value-of.ts';

const message = { headers: { 'X-Id': 'a' }, payload: { order: { id: 7 } } };

test.each([
  ['$message.header.x-id', 'a'],
  ['$message.payload', message.payload],
  ['$message.payload#/order/id', 7],
  ['$message.payload.order.id', 7],
  ['$message.header.none', undefined],
  ['$message.body', undefined],
])('B-EXPR-01 B-EXPR-12 %s', (expression, expected) => {
  expect(valueOf(expression, { message })).toEqual(expected);
});

test('B-EXPR-01 without a message there is no value', () => {
  expect(valueOf('$message.payload', {})).toBeUndefined();
});

test('$inputs alone is all inputs, with a note', () => {
  expect(valueOf('$inputs', { inputs: { a: 1 } })).toEqual({ a: 1 });
  expect(valueOf('$outputs#/a', { outputs: { a: 1 } })).toBe(1);
  expect(notesOn('$inputs')).toEqual(['WHOLE_RECORD']);
});
