import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Runs the tests of what is not there yet: `npx vitest run --config test/conformance/pending/vitest.config.ts`. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: { include: ['test/conformance/pending/**/*.pending.ts'], testTimeout: 20_000 },
});
