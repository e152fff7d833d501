import { expect, test } from 'vitest';
import { source } from './source.ts';

test('the common indentation and the outer line breaks go away', () => {
  expect(source`
    a:
      b: 1

    c: 2
  `).toBe('a:\n  b: 1\n\nc: 2\n');
});

test('values are inserted as they are', () => {
  expect(source`
    a: ${1}
  `).toBe('a: 1\n');
});
