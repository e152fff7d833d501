import { StandardRetryStrategy } from '@smithy/core/retry';
import type { VirtualClock } from '../../testing/virtual-clock.ts';

const maxAttempts = 3;

/** The SDK's longest pause, in milliseconds. */
const longestPause = 20_000;

/**
 * The SDK's own retries, with their pauses on a virtual clock: they take no time on the wall, and time
 * does pass on the simulator, so that a limit of calls in a time can be over after a pause.
 */
export function createRetryStrategy({ inside }: VirtualClock): StandardRetryStrategy {
  let base = 0;
  let pause = 0;
  const strategy = new StandardRetryStrategy({
    maxAttempts,
    backoff: {
      setDelayBase: (delay) => {
        base = delay;
      },
      computeNextBackoffDelay: (attempt) => {
        pause = Math.min(base * 2 ** attempt, longestPause);
        return 0;
      },
    },
  });
  const refresh = strategy.refreshRetryTokenForRetry.bind(strategy);
  strategy.refreshRetryTokenForRetry = async (token, error) => {
    const next = await refresh(token, error);
    await new Promise<void>((resolve) => inside.setTimeout(resolve, pause));
    return next;
  };
  return strategy;
}
