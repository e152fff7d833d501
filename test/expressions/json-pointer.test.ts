import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatPointer,
  parsePointer,
  resolvePointer,
} from '../../src/expressions/index.ts';

test('a pointer that is written is read as the same keys', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      expect(parsePointer(formatPointer(keys))).toMatchObject({ ok: true, value: keys });
    }),
  );
});

test('a pointer leads to the value it was made for', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (key, value) => {
      const document = JSON.parse(`{${JSON.stringify(key)}:[${JSON.stringify(value)}]}`);
      expect(resolvePointer(document, [key, '0'])).toEqual(
        JSON.parse(JSON.stringify(value)),
      );
    }),
  );
});

test('a pointer that does not begin with a slash is refused', () => {
  expect(parsePointer('a')).toMatchObject({ ok: false, error: { offset: 0 } });
});

test('a pointer with a stray tilde is refused', () => {
  expect(parsePointer('/a~')).toMatchObject({ ok: false, error: { offset: 2 } });
});
