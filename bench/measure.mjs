/** The middle of some numbers. */
export function median(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Milliseconds that work takes. */
export async function time(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/**
 * Milliseconds of processor time that work takes, all threads of the process together. Unlike the
 * time on the clock it does not grow much when others use the machine.
 */
export async function processorTime(work) {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/** Times two works in turn, so that whatever else the machine does happens to both. */
export async function inTurn(rounds, first, second, clock = time) {
  const times = { first: [], second: [] };
  for (let round = 0; round < rounds; round++) {
    times.first.push(await clock(first));
    times.second.push(await clock(second));
  }
  return { first: median(times.first), second: median(times.second) };
}
