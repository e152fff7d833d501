import { expect, it } from 'vitest';
import { findMediaType, isJsonType, likelyMediaType } from '../../src/openapi/index.ts';

function types(...all: readonly string[]) {
  return all.map((contentType) => ({
    contentType,
    schema: () => undefined,
    encoding: {},
  }));
}

it.each([
  'application/json; charset=utf-8',
  'application/hal+json',
  'application/x-amz-json-1.0',
])('%s is JSON', (contentType) => {
  expect(isJsonType(contentType)).toBe(true);
});

it('finds the exact type before a range, and a range before everything', () => {
  const all = types('*/*', 'image/*', 'image/png');
  expect(findMediaType(all, 'image/png')).toBe(all[2]);
  expect(findMediaType(all, 'image/gif')).toBe(all[1]);
  expect(findMediaType(all, 'text/plain')).toBe(all[0]);
});

it.each([
  [['text/plain', 'application/hal+json', 'application/json'], 'application/json'],
  [['text/plain', 'application/x-amz-json-1.1'], 'application/x-amz-json-1.1'],
  [['text/plain', 'multipart/form-data'], 'multipart/form-data'],
  [['text/plain', 'text/csv'], 'text/plain'],
])('of %j sends %s when nobody says which', (all, wanted) => {
  expect(likelyMediaType(types(...all))?.contentType).toBe(wanted);
});
