import type { SimulatorClock } from '../../services/healthlake/simulator/index.ts';

/** A clock that begins now and runs `speed` times as fast as the one on the wall. */
export function createFastClock(speed: number): SimulatorClock {
  const begin = Date.now();
  return {
    now: () => begin + (Date.now() - begin) * speed,
    setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds / speed),
    clearTimeout: (id) => clearTimeout(id as NodeJS.Timeout),
  };
}
