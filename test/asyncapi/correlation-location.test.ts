import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCorrelationLocation } from '../../src/asyncapi/index.ts';
import { formatPointer } from '../../src/expressions/index.ts';

test.each([
  ['$message.header#/id', { part: 'header', keys: ['id'] }],
  ['$message.payload#/meta/a~1b', { part: 'payload', keys: ['meta', 'a/b'] }],
  ['$message.payload#', { part: 'payload', keys: [] }],
  ['$message.header.id', { part: 'header', keys: ['id'] }],
])('%s is a place in a message', (text, location) => {
  expect(parseCorrelationLocation(text)).toEqual(location);
});

test.each([
  '',
  'id',
  '$message',
  '$message.header',
  '$message.headers#/id',
  '$message.payload.id',
  '$message.payload#id',
  '$message.payload#/a~2',
  '$response.body#/id',
  ' $message.header#/id',
])('%j is none', (text) => {
  expect(parseCorrelationLocation(text)).toBeUndefined();
});

test('every pointer is read as its keys', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('header', 'payload'),
      fc.array(fc.string({ unit: 'binary' })),
      (part, keys) => {
        const text = `$message.${part}#${formatPointer(keys)}`;
        expect(parseCorrelationLocation(text)).toEqual({ part, keys });
      },
    ),
  );
});
