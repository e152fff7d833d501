import { test } from 'vitest';
import skips from '../skips.json' with { type: 'json' };

/**
 * A test whose name begins with the ids of what it proves. One that is in `skips.json` is expected to
 * fail, and fails the run once it passes.
 */
export function requirement(name: string, prove: () => Promise<void> | void): void {
  const isSkipped = (skips.tests as readonly { readonly test: string }[]).some(
    (skip) => skip.test === name,
  );
  // oxlint-disable-next-line vitest/expect-expect, vitest/valid-title -- both are the caller's
  (isSkipped ? test.fails : test)(name, prove);
}
