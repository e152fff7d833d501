/** Turns of the microtask queue after which a real event is waited for. */
const turns = 50;

/**
 * Waits until something is so, as long as what is under way can bring it about: promises first, then
 * what the process does, such as a call over loopback. Resolves with whether it is so.
 */
export async function until(
  condition: () => boolean,
  { milliseconds = 2000 }: { readonly milliseconds?: number } = {},
): Promise<boolean> {
  for (let turn = 0; turn < turns; turn += 1) {
    if (condition()) return true;
    await Promise.resolve();
  }
  const end = performance.now() + milliseconds;
  while (!condition() && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 0));
  return condition();
}
