/** Turns of the microtask queue after which the event loop is given a turn. */
const microtasks = 50;

/** Turns of the event loop in which everything that promises alone bring about has happened. */
const turns = 5;

/** How long what is under way outside of this process is waited for, in milliseconds. */
const patience = 2000;

/**
 * Waits until something is so. Promises have a few turns for it; the clock on the wall is looked at only
 * while something is under way that does not consist of promises alone, such as a call over loopback.
 * Resolves with whether it is so.
 */
export async function until(
  condition: () => boolean,
  { isUnderWay }: { readonly isUnderWay: () => boolean },
): Promise<boolean> {
  for (let turn = 0; turn < microtasks; turn += 1) {
    if (condition()) return true;
    await Promise.resolve();
  }
  const end = performance.now() + patience;
  for (let idle = 0; idle < turns && !condition() && performance.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    idle = isUnderWay() ? 0 : idle + 1;
  }
  return condition();
}
