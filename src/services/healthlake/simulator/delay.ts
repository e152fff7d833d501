import { createAbortError } from './abort-error.ts';
import type { SimulatorClock } from './clock.ts';

/** A promise that is kept after some time on the clock, or broken with an `AbortError` at once. */
export function delay(
  clock: SimulatorClock,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(createAbortError());
    const onAbort = (): void => {
      clock.clearTimeout(timer);
      reject(createAbortError());
    };
    const timer = clock.setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
