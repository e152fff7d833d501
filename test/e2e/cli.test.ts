import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { provision, startExport } from '../cli/support/examples.ts';
import { runProcess, startCli } from './support/cli-process.ts';

test('the package tells its version', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as {
    version: string;
  };

  expect(await runProcess(['--version'])).toMatchObject({
    code: 0,
    stdout: `${version}\n`,
  });
});

describe('run', () => {
  test('completes on the embedded simulator with one object on stdout', async () => {
    const { code, stdout, stderr } = await runProcess(['run', ...provision, '--json']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      workflowId: 'provision-datastore-and-export',
      status: 'completed',
      outputs: { jobStatus: 'COMPLETED' },
    });
  });

  test('ends with 1 when the workflow fails, and with 2 when the call is unusable', async () => {
    const [failed, refused] = await Promise.all([
      runProcess(['run', ...startExport, '--fault', 'FAILED']),
      runProcess(['run', 'none.yaml']),
    ]);

    expect(failed.code).toBe(1);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
  });

  test('does not mind a reader that has seen enough', async () => {
    const { child, ended } = startCli(['run', ...provision]);
    child.stdout.once('data', () => child.stdout.destroy());

    expect(await ended).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^There are warnings/u),
    });
  });
});

describe('--trace', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'arazzo-xstate-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('writes what happened, one object in a line', async () => {
    const path = join(folder, 'trace.jsonl');
    await runProcess(['run', ...startExport, '--trace', path]);

    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    const types = lines.map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types.slice(0, 5)).toEqual(['call', 'answer', 'call', 'answer', 'wait']);
    expect(types.at(-1)).toBe('end');
  });

  test('into a folder that is not there is refused before anything is sent', async () => {
    const path = join(folder, 'none', 'trace.jsonl');
    const { code, stdout, stderr } = await runProcess([
      'run',
      ...startExport,
      '--trace',
      path,
    ]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('cannot be written: there is no such file or folder.');
  });
});

describe('simulate', () => {
  test('serves a run over HTTP until it is interrupted', async () => {
    const simulator = startCli(['simulate', '--port', '0', '--speed', '6000']);
    const url = await simulator.until(/at (http:\S+\d),/u);
    const run = await runProcess([
      'run',
      ...provision,
      '--endpoint',
      url,
      '--poll-interval',
      '20ms',
      '--json',
    ]);
    simulator.child.kill('SIGINT');

    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ outputs: { jobStatus: 'COMPLETED' } });
    expect((await simulator.ended).code).toBe(0);
  });

  test('on a port that is taken is refused', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await runProcess(['simulate', '--port', String(port)]);
    other.close();

    expect(code).toBe(2);
    expect(stderr).toContain(`The port ${port} is taken.`);
  });
});

// From util-linux; that of other systems takes other options.
const pseudoTerminal = '/usr/bin/script';
const scripted = process.platform === 'linux' && existsSync(pseudoTerminal);

test.skipIf(!scripted)('a terminal shows the live view, then its cursor again', () => {
  const command = `${process.execPath} dist/cli/bin.js run ${startExport.join(' ')}`;
  const { stdout, status } = spawnSync(pseudoTerminal, ['-qec', command, '/dev/null'], {
    encoding: 'utf8',
    env: { ...process.env, TERM: 'xterm', NO_COLOR: '' },
  });

  expect(status).toBe(0);
  expect(stdout).toMatch(/⠋|⠙|⠹/u);
  expect(stdout).toMatch(/\u{2714}.*pollExportJob/u);
  expect(stdout.lastIndexOf('[?25h')).toBeGreaterThan(stdout.lastIndexOf('[?25l'));
});
