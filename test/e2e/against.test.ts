import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runProcess } from './support/cli-process.ts';

const examples = ['provision-datastore-and-export', 'start-export-poll-and-list'];
const petstore = resolve('examples/petstore/buy-a-pet.arazzo.yaml');
const seeds = '../shared/seeds/arazzo';
const simulated = [
  ...examples.map((name) => `examples/healthlake/${name}.arazzo.yaml`),
  ...(existsSync(seeds) ? examples.map((name) => `${seeds}/${name}.arazzo.yaml`) : []),
];

test.each(simulated)('the simulator is driven into every path of %s', async (file) => {
  const argv = ['test', file, '--against', 'simulator', '--threshold', '100'];
  const { code, stdout } = await runProcess(argv);
  expect(stdout).toMatch(/^✓ (?:21|15) paths passed in /mu);
  expect(code).toBe(0);
});

test('every path of the petstore passes over HTTP', async () => {
  const argv = ['test', petstore, '--against', 'http', '--json'];
  const { code, stdout } = await runProcess(argv);
  expect(code).toBe(0);
  expect(stdout).toContain('"url": "http://127.0.0.1:4020/sessions"');
  expect(stdout).not.toContain('made-up');
});

test('without msw it is said how to install it, and the exit code is 2', () => {
  // The command line is one bundle, so that it runs where nothing is installed.
  const folder = mkdtempSync(join(tmpdir(), 'arazzo-'));
  cpSync('dist/cli', folder, { recursive: true });
  cpSync('package.json', join(folder, 'package.json'));
  // Whatever is installed further up does not count.
  mkdirSync(join(folder, 'node_modules', 'msw'), { recursive: true });
  const argv = [join(folder, 'bin.js'), 'test', petstore, 'logIn', '--against', 'http'];
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(stderr).toContain('npm install --save-dev msw@2');
  expect(status).toBe(2);
});
