import { expect, test } from 'vitest';
import { propertyOf } from '../../src/services/http/body/property-of.ts';

test('a schema that contains itself ends', () => {
  const again = { $ref: '#/$defs/A' };
  const $defs = { A: { allOf: [again, { properties: { a: { type: 'string' } } }] } };
  expect(propertyOf({ ...again, $defs }, 'a')).toEqual({ type: 'string' });
  expect(propertyOf({ ...again, $defs }, 'b')).toBeUndefined();
});

test('schemas that name each other twice are looked into once', () => {
  const names = Array.from({ length: 40 }, (_, index) => `A${index}`);
  const $defs = Object.fromEntries(
    names.map((name, index) => {
      const next = { $ref: `#/$defs/A${index + 1}` };
      return [name, { allOf: [next, next] }];
    }),
  );
  expect(propertyOf({ $ref: '#/$defs/A0', $defs }, 'a')).toBeUndefined();
});
