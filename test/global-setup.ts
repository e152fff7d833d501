import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../scripts/build-if-needed.mjs', import.meta.url));

/** Builds `dist` when something in `src` is newer: the end-to-end tests run what users run. */
export function setup(): void {
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed; see above.');
}
