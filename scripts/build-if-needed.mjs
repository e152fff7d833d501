import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const products = ['dist/index.js', 'dist/cli/bin.js'];

/** Builds `dist` when something that it is made of is newer. */
export function buildIfNeeded() {
  if (Math.min(...products.map(modified)) >= newestSource()) return;
  process.stderr.write('building …\n');
  run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
  run('vite/bin/vite.js', ['build', '-c', 'vite.cli.config.ts', '--logLevel', 'warn']);
}

function run(tool, args) {
  const script = join(root, 'node_modules', tool);
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** When the newest source was written. */
function newestSource() {
  const files = readdirSync(join(root, 'src'), { recursive: true }).map((name) =>
    join('src', name),
  );
  return Math.max(
    ...[...files, 'tsconfig.build.json', 'vite.cli.config.ts'].map(modified),
  );
}

function modified(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildIfNeeded();
