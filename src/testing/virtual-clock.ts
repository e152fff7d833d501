/** A clock that jumps: time passes only when nothing is under way. XState takes it as `clock`. */
export interface VirtualClock {
  /** Milliseconds since 1970. */
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): number;
  clearTimeout(id: unknown): void;
  /** Keeps time standing still while something real is under way, such as a call. */
  hold<T>(work: () => Promise<T>): Promise<T>;
  /** The same clock for somebody who is part of what is held: time passes while it waits. */
  readonly inside: Pick<VirtualClock, 'now' | 'setTimeout' | 'clearTimeout'>;
}

/** How a virtual clock begins and how fast it jumps. */
export interface VirtualClockOptions {
  /** @default the present */
  readonly start?: number;
  /** Milliseconds on the wall before each jump, for people who watch. @default 0 */
  readonly pace?: number;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Creates a clock on which hours pass in milliseconds, and never in the middle of a call. */
export function createVirtualClock({
  start = Date.now(),
  pace = 0,
}: VirtualClockOptions = {}): VirtualClock {
  const timers = new Map<number, Timer>();
  let now = start;
  let lastId = 0;
  let holders = 0;
  let jumping: ReturnType<typeof setTimeout> | undefined;

  const jump = (): void => {
    jumping = undefined;
    const next = earliest(timers);
    if (holders > 0 || next === undefined) return;
    const [id, timer] = next;
    timers.delete(id);
    now = Math.max(now, timer.at);
    timer.callback();
    jumpSoon();
  };
  const jumpSoon = (): void => {
    if (holders > 0 || timers.size === 0) return;
    jumping ??= setTimeout(jump, pace);
  };
  const set = (callback: () => void, milliseconds: number): number => {
    lastId += 1;
    timers.set(lastId, { at: now + Math.max(0, milliseconds), callback });
    jumpSoon();
    return lastId;
  };
  const clear = (id: unknown): void => {
    timers.delete(id as number);
    if (timers.size > 0 || jumping === undefined) return;
    clearTimeout(jumping);
    jumping = undefined;
  };
  const release = (): void => {
    holders -= 1;
    jumpSoon();
  };

  return {
    now: () => now,
    setTimeout: set,
    clearTimeout: clear,
    hold: async (work) => {
      holders += 1;
      try {
        return await work();
      } finally {
        release();
      }
    },
    inside: lend({ now: () => now, set, clear }, { take: () => (holders += 1), release }),
  };
}

/** Timers of somebody inside a hold: while one is pending the hold is lifted. */
function lend(
  clock: {
    now: () => number;
    set: (callback: () => void, milliseconds: number) => number;
    clear: (id: unknown) => void;
  },
  hold: { take: () => void; release: () => void },
): VirtualClock['inside'] {
  const pending = new Set<unknown>();
  const settle = (id: unknown): void => {
    if (pending.delete(id)) hold.take();
  };
  return {
    now: clock.now,
    setTimeout: (callback, milliseconds) => {
      const id = clock.set(() => {
        settle(id);
        callback();
      }, milliseconds);
      pending.add(id);
      hold.release();
      return id;
    },
    clearTimeout: (id) => {
      clock.clear(id);
      settle(id);
    },
  };
}

function earliest(
  timers: ReadonlyMap<number, Timer>,
): readonly [number, Timer] | undefined {
  let found: readonly [number, Timer] | undefined;
  for (const entry of timers) {
    if (found === undefined || entry[1].at < found[1].at) found = entry;
  }
  return found;
}
