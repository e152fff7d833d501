/** How long each request of a service may take. */
export interface Deadline {
  /** Milliseconds for everything, the body of the answer included. */
  readonly timeout: number;
  /** Begins a request: `giveUp` is called when its time is over, unless what you get is called before. */
  readonly begin: (giveUp: () => void) => () => void;
}

interface Pending {
  /** By `performance.now()`. */
  readonly until: number;
  readonly giveUp: () => void;
}

/** A timer that is set for longer goes off at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * Watches over the requests of a service with one timer: one for each request would take longer than
 * much of the rest of it. All have the same time, so that the first to begin is the first to be late.
 */
export function createDeadline(timeout: number): Deadline {
  const limit = Math.min(timeout, longestTimer);
  const pending = new Set<Pending>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let clock: typeof setTimeout | undefined;
  /** Of the same clock: another one does not know its timers. */
  let stop: typeof clearTimeout | undefined;

  const watch = (milliseconds: number): void => {
    clock = setTimeout;
    stop = globalThis.clearTimeout;
    timer = clock(check, milliseconds);
  };
  const check = (): void => {
    timer = undefined;
    for (const request of pending) {
      const left = request.until - performance.now();
      if (left > 0) return watch(left);
      pending.delete(request);
      request.giveUp();
    }
  };

  const exchange = (): void => {
    stop?.(timer);
    const [first] = pending;
    const left = (first?.until ?? Infinity) - performance.now();
    watch(Math.min(left, limit));
  };

  return {
    timeout,
    begin(giveUp) {
      const request = { until: performance.now() + limit, giveUp };
      if (pending.add(request).size === 1) keepsAlive(timer, true);
      if (timer === undefined) watch(limit);
      // A test may have put away the clock that the timer belongs to.
      else if (clock !== setTimeout) exchange();
      return () => {
        if (pending.delete(request) && pending.size === 0) keepsAlive(timer, false);
      };
    },
  };
}

/** A process has to wait for what is on its way, and for nothing else. */
function keepsAlive(
  timer: ReturnType<typeof setTimeout> | undefined,
  alive: boolean,
): void {
  // In a browser it is a number.
  if (typeof timer !== 'object') return;
  if (alive) timer.ref();
  else timer.unref();
}
