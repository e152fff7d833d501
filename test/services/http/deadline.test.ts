import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeadline } from '../../../src/services/http/answer/deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('each request is given up when its own time is over, unless it has ended', () => {
  const deadline = createDeadline(100);
  const givenUp: string[] = [];
  deadline.begin(() => givenUp.push('first'));
  vi.advanceTimersByTime(40);
  const end = deadline.begin(() => givenUp.push('second'));
  deadline.begin(() => givenUp.push('third'));
  end();
  vi.advanceTimersByTime(60);
  expect(givenUp).toEqual(['first']);
  vi.advanceTimersByTime(40);
  expect(givenUp).toEqual(['first', 'third']);
  expect(vi.getTimerCount()).toBe(0);
});

test('a time that no timer can wait for is as long as one can', () => {
  let isGivenUp = false;
  createDeadline(Infinity).begin(() => (isGivenUp = true));
  vi.advanceTimersByTime(1_000_000);
  expect(isGivenUp).toBe(false);
});
