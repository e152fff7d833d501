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

/** Times two works in turn, so that whatever else the machine does happens to both. */
export async function inTurn(rounds, first, second) {
  const times = { first: [], second: [] };
  for (let round = 0; round < rounds; round++) {
    times.first.push(await time(first));
    times.second.push(await time(second));
  }
  return { first: median(times.first), second: median(times.second) };
}
