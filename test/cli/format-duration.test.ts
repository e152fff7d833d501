import { expect, test } from 'vitest';
import { formatClock, formatDuration } from '../../src/cli/format-duration.ts';
import { parseDuration } from '../../src/cli/parse-duration.ts';

const [second, minute, hour] = [1000, 60_000, 3_600_000];

test.each([
  [0, '0 ms'],
  [250, '250 ms'],
  [1500, '1.5 s'],
  [9960, '10 s'],
  [42 * second, '42 s'],
  [59.7 * second, '1 min'],
  [125 * second, '2 min 5 s'],
  [2 * hour, '2 h'],
  [90 * minute, '1 h 30 min'],
  [49 * hour, '2 d 1 h'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test.each([
  [5 * second, '0:05'],
  [25 * minute, '25:00'],
  [3723 * second, '1:02:03'],
])('%d milliseconds on a clock are %s', (milliseconds, text) => {
  expect(formatClock(milliseconds)).toBe(text);
});

test.each([
  ['250ms', 250],
  ['1.5s', 1500],
  ['5m', 5 * minute],
  [' 2h ', 2 * hour],
  ['1d', 24 * hour],
])('%j is a length of time', (text, milliseconds) => {
  expect(parseDuration(text, 'timeout')).toBe(milliseconds);
});

test.each(['', '5', 's', '-1s', '1 year', '1e3s'])('%j is no length of time', (text) => {
  expect(() => parseDuration(text, 'timeout')).toThrow('is no length of time');
});
