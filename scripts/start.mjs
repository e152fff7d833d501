// `npm start`: runs the first example on the embedded simulator.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from './build-if-needed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const example = 'examples/healthlake/provision-datastore-and-export';
const inputs = ['--inputs', `${example}.inputs.json`, ...process.argv.slice(2)];

buildIfNeeded();

const { status } = spawnSync(
  process.execPath,
  ['dist/cli/bin.js', 'run', `${example}.arazzo.yaml`, ...inputs],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
