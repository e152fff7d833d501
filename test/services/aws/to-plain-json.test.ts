import { LazyJsonString, nv } from '@smithy/core/serde';
import { expect, test } from 'vitest';

import { toPlainJson } from '../../../src/services/aws/to-plain-json.ts';

class Model {
  readonly name = 'x';
  readonly nothing = undefined;
}

test.each([
  ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['bytes', Uint8Array.from([104, 105]), 'aGk='],
  ['a small big integer', 5n, 5],
  ['a big integer', 9007199254740993n, '9007199254740993'],
  ['a decimal', nv('0.10'), '0.10'],
  ['a JSON text', LazyJsonString.from('{"a":1}'), '{"a":1}'],
  ['an instance of a class', new Model(), { name: 'x' }],
  ['a list', [new Date(0), null], ['1970-01-01T00:00:00.000Z', null]],
  ['an object', { a: { b: undefined, c: 1n } }, { a: { c: 1 } }],
])('%s becomes plain JSON', (_kind, value, expected) => {
  expect(toPlainJson(value)).toStrictEqual(expected);
});

test('a stream is refused', () => {
  const stream = { async *[Symbol.asyncIterator]() {} };
  expect(() => toPlainJson({ body: Object.assign(new Model(), stream) })).toThrow(
    expect.objectContaining({ code: 'NO_ANSWER' }),
  );
});
