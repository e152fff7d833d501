import { expect, test } from 'vitest';

import { deadEnd, explore } from '../../../../src/analysis/cases/text/explore.ts';
import type { Choose } from '../../../../src/analysis/cases/text/explore.ts';

const limits = { tries: 100, results: 100 };

test('the first picks come first, then those that depart in one place', () => {
  const texts = explore((choose) => `${choose(2)}${choose(3)}`, limits);
  expect(texts).toEqual(['00', '10', '01', '02', '11', '12']);
});

test('what a pick leads to is picked too', () => {
  const texts = explore((choose) => (choose(2) === 0 ? 'a' : `b${choose(2)}`), limits);
  expect(texts).toEqual(['a', 'b0', 'b1']);
});

test('dead ends give nothing, and neither does a choice of nothing', () => {
  const ways = [() => 'a', deadEnd, (choose: Choose) => String(choose(0))];
  const texts = explore((choose) => ways[choose(3)]?.(choose) ?? '', limits);
  expect(texts).toEqual(['a']);
});

test('a text is given once', () => {
  expect(explore((choose) => (choose(5) < 3 ? 'a' : 'b'), limits)).toEqual(['a', 'b']);
});

test.each([
  [{ tries: 4, results: 100 }, 4],
  [{ tries: 100, results: 3 }, 3],
])('it stops at %j', (few, count) => {
  const digits = Array.from({ length: 20 });
  const texts = explore((choose) => digits.map(() => choose(9)).join(''), few);
  expect(texts).toHaveLength(count);
});

test('other errors are not caught', () => {
  expect(() => explore((choose) => decodeURIComponent(`%${choose(2)}`), limits)).toThrow(
    URIError,
  );
});
