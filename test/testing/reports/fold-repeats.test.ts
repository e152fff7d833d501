import { expect, test } from 'vitest';
import { foldRepeats } from '../../../src/testing/reports/fold-repeats.ts';

test.each([
  ['a b c', ['a', 'b', 'c']],
  ['a a a b', ['a ×3', 'b']],
  ['a 1 w a w a w b', ['a', '1', '(w → a) ×2', 'w', 'b']],
  ['a w a w a w', ['(a → w) ×3']],
  ['', []],
])('what happens again and again stands once: %s', (labels, folded) => {
  expect(foldRepeats(labels === '' ? [] : labels.split(' '))).toEqual(folded);
});

test('thousands of repetitions are folded in no time', () => {
  const labels = Array.from({ length: 60_000 }, (_, index) => `s${index % 3}`);

  expect(foldRepeats(labels)).toEqual(['(s0 → s1 → s2) ×20000']);
});
