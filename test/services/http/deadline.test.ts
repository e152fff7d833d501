import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeadline } from '../../../src/services/http/answer/deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Begins requests of 100 ms at the given times; tells when each of them was given up. */
function begin(...times: readonly number[]): {
  readonly givenUp: readonly (readonly [begun: number, after: number])[];
  readonly ends: readonly (() => unknown)[];
} {
  const deadline = createDeadline(100);
  const givenUp: [number, number][] = [];
  const start = performance.now();
  const ends = times.map((time) => {
    vi.advanceTimersByTime(time - (performance.now() - start));
    return deadline.begin(() => givenUp.push([time, performance.now() - start - time]));
  });
  return { givenUp, ends };
}

test('each request is given up when its own time is over', () => {
  const { givenUp } = begin(0, 40, 90);
  vi.advanceTimersByTime(1_000);
  expect(givenUp).toEqual([
    [0, 100],
    [40, 100],
    [90, 100],
  ]);
});

test('what has ended is not given up, and what began with it is', () => {
  const { givenUp, ends } = begin(0, 0, 40);
  ends[0]?.();
  ends[2]?.();
  vi.advanceTimersByTime(1_000);
  expect(givenUp).toEqual([[0, 100]]);
});

test('one that begins after all have ended has its whole time', () => {
  const { givenUp, ends } = begin(0, 60);
  ends[0]?.();
  vi.advanceTimersByTime(99);
  expect(givenUp).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(givenUp).toEqual([[60, 100]]);
});

test('the clock may be changed between two requests', () => {
  vi.useRealTimers();
  const deadline = createDeadline(100);
  deadline.begin(() => undefined)();
  vi.useFakeTimers();
  let isGivenUp = false;
  deadline.begin(() => (isGivenUp = true));
  vi.advanceTimersByTime(100);
  expect(isGivenUp).toBe(true);
});

test('the timer of a clock that was put away is cleared', () => {
  vi.useRealTimers();
  const clear = vi.spyOn(globalThis, 'clearTimeout');
  const deadline = createDeadline(60_000);
  let givenUp = 0;
  const end = deadline.begin(() => (givenUp += 1));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  deadline.begin(() => (givenUp += 1))();
  expect(clear).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(1);
  end();
  vi.runAllTimers();
  expect([givenUp, vi.getTimerCount()]).toEqual([0, 0]);
  vi.useRealTimers();
  clear.mockRestore();
});

test('the process stays alive for what is on its way, and for nothing else', () => {
  vi.useRealTimers();
  const timer = vi.spyOn(globalThis, 'setTimeout');
  const deadline = createDeadline(60_000);
  const ends = [deadline.begin(() => undefined), deadline.begin(() => undefined)];
  const value = timer.mock.results[0]?.value as NodeJS.Timeout;
  const seen = ends.map((end) => {
    end();
    return value.hasRef();
  });
  const later = deadline.begin(() => undefined);
  expect([...seen, value.hasRef()]).toEqual([true, false, true]);
  later();
  timer.mockRestore();
});

test('no timer is left when nothing is on its way', () => {
  const { ends } = begin(0, 30);
  for (const end of ends) end();
  vi.advanceTimersByTime(100);
  expect(vi.getTimerCount()).toBe(0);
});
