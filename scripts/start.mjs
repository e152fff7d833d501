// `npm start`: builds the project if that is needed, then runs the first example on the simulator.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'dist/cli/bin.js');

if (newest(join(root, 'src')) > modified(bin)) {
  console.log('building …');
  run([join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
}

const example = 'examples/healthlake/provision-datastore-and-export';
run([
  bin,
  'run',
  `${example}.arazzo.yaml`,
  '--inputs',
  `${example}.inputs.json`,
  ...process.argv.slice(2),
]);

function run(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** When the newest file in a folder was written. */
function newest(folder) {
  const times = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => modified(join(entry.parentPath ?? entry.path, entry.name)));
  return Math.max(...times);
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
