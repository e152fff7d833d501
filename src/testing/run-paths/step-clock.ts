/** A clock that stands still until somebody lets it go on to its next timer. XState takes it as `clock`. */
export interface StepClock {
  /** Milliseconds since 1970. */
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): number;
  clearTimeout(id: unknown): void;
  /** Goes on to the next timer and lets it go off; `false` when there is none. */
  step(): boolean;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Creates a clock for runs that are driven from event to event. */
export function createStepClock(start = 0): StepClock {
  const timers = new Map<number, Timer>();
  let now = start;
  let lastId = 0;
  return {
    now: () => now,
    setTimeout: (callback, milliseconds) => {
      lastId += 1;
      timers.set(lastId, { at: now + Math.max(0, milliseconds), callback });
      return lastId;
    },
    clearTimeout: (id) => void timers.delete(id as number),
    step: () => {
      let next: readonly [number, Timer] | undefined;
      for (const entry of timers)
        if (next === undefined || entry[1].at < next[1].at) next = entry;
      if (next === undefined) return false;
      const [id, { at, callback }] = next;
      timers.delete(id);
      now = Math.max(now, at);
      callback();
      return true;
    },
  };
}
