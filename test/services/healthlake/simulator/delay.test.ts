import { SimulatedClock } from 'xstate';
import { afterEach, expect, it, vi } from 'vitest';
import { realClock } from '../../../../src/services/healthlake/simulator/clock.ts';
import { delay } from '../../../../src/services/healthlake/simulator/delay.ts';

afterEach(() => vi.useRealTimers());

it('passes on the clock that it is given', async () => {
  const clock = new SimulatedClock();
  const passed = vi.fn<() => void>();
  const promise = delay(clock, 10, new AbortController().signal).then(passed);
  clock.increment(9);
  await Promise.resolve();
  expect(passed).not.toHaveBeenCalled();
  clock.increment(1);
  await promise;
  expect(passed).toHaveBeenCalledOnce();
});

it('passes on the real clock', async () => {
  vi.useFakeTimers();
  const promise = delay(realClock, 10, new AbortController().signal);
  vi.advanceTimersByTime(10);
  await expect(promise).resolves.toBeUndefined();
});

it('leaves no timer behind when it is aborted', async () => {
  vi.useFakeTimers();
  const controller = new AbortController();
  const promise = delay(realClock, 10, controller.signal);
  controller.abort();
  await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
  expect(vi.getTimerCount()).toBe(0);
});

it('does not begin when it is aborted before', async () => {
  vi.useFakeTimers();
  const promise = delay(realClock, 10, AbortSignal.abort('another reason'));
  await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
  expect(vi.getTimerCount()).toBe(0);
});
