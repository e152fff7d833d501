/** A source of time and timers. XState's `SimulatedClock` and its real clock both fit. */
export interface SimulatorClock {
  /** Milliseconds since the epoch; a virtual clock may start anywhere. */
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(id: unknown): void;
}

/** The clock on the wall. */
export const realClock: SimulatorClock = {
  now: () => Date.now(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (id) => clearTimeout(id as number),
};
