/** How long each request of a service may take. */
export interface Deadline {
  /** Milliseconds for everything, the body of the answer included. */
  readonly timeout: number;
  /** Begins a request: `giveUp` is called when its time is over, unless what you get is called before. */
  readonly begin: (giveUp: () => void) => () => void;
}

/** A timer that is set for longer goes off at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * Gives each request a timer. One that watches over all of them was tried: it has to be told when it is to
 * keep the process alive, which takes as long as a timer of its own.
 */
export function createDeadline(timeout: number): Deadline {
  const limit = Math.min(timeout, longestTimer);
  return {
    timeout,
    begin(giveUp) {
      const timer = setTimeout(giveUp, limit);
      return () => clearTimeout(timer);
    },
  };
}
