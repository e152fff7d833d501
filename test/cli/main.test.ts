import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { provision } from './support/examples.ts';
import { createFakeIo } from './support/fake-io.ts';
import { runCli } from './support/run-cli.ts';

describe('help', () => {
  test.each([[], ['help'], ['--help'], ['-h']])(
    'is printed for "%s"',
    async (...argv) => {
      const { code, stdout } = await runCli(argv);

      expect(code).toBe(0);
      expect(stdout).toContain('Usage: arazzo-xstate <command>');
    },
  );

  test.each(['check', 'run', 'paths', 'test', 'export', 'simulate'])(
    'of %s names its options',
    async (name) => {
      const asked = await runCli(['help', name]);
      const { code, stdout } = await runCli([name, '--help']);

      expect(code).toBe(0);
      expect(stdout).toMatch(
        new RegExp(`^Usage: arazzo-xstate ${name} [^]+ --\\w+`, 'u'),
      );
      expect(asked.stdout).toBe(stdout);
    },
  );

  test.each(['check', 'run', 'paths', 'test', 'export', 'simulate'])(
    'of %s fits a terminal',
    async (name) => {
      const { stdout } = await runCli([name, '--help']);

      const widths = stdout.split('\n').map((line) => line.length);
      expect(Math.max(...widths)).toBeLessThanOrEqual(80);
    },
  );
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    version: string;
  };

  expect(await runCli(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
});

describe('a mistake in the call', () => {
  test.each([
    [['rnu'], 'There is no command "rnu".', 'Did you mean "run"?'],
    [['a.yaml'], 'There is no command "a.yaml".', 'arazzo-xstate run a.yaml'],
    [['run'], 'Which document?', 'Give the path of an Arazzo file.'],
    [['run', 'a', 'b', 'c'], '"c" is one argument too many.', '<file> [workflowId]'],
    [['run', '--tiemout=1s'], 'There is no option --tiemout.', 'Did you mean --timeout?'],
    [['run', '-x'], 'There is no option -x.', 'The options are --input'],
    [['run', '--timeout'], '--timeout needs a value.', 'run --help'],
    [['run', '--timeout', '--json=1'], '--timeout needs a value.', '--timeout=-…'],
    [['check', '--json=1'], '--json takes no value.', 'check --help'],
    [
      ['run', 'a', '--timeout', '5'],
      '--timeout "5" is no length of time.',
      '--timeout 250ms',
    ],
    [['run', 'a', '--poll-interval', '5'], '--poll-interval "5"', '250ms'],
    [['run', 'a', '--timeout', '0s'], '--timeout "0s"', '2h'],
    [['run', 'a', '--max-steps', '0'], '--max-steps cannot be "0".', 'whole number'],
    [
      ['run', 'a', '--unmatched-poll', 'x'],
      '--unmatched-poll cannot be "x".',
      'fail or next',
    ],
    [['run', ...provision, '--fault', 'FAILD'], '--fault FAILD', 'run --help'],
    [['run', ...provision, '--endpoint', 'x'], '--endpoint "x" is no URL.', 'http://127'],
    [['export', 'a'], 'Export to what?', '--to json or --to stately'],
    [['export', 'a', '--to', 'svg'], 'There is no export to "svg".', '--to json'],
    [['simulate', '--port', '99999'], '--port cannot be "99999".', '0 to 65535'],
    [
      ['simulate', '--datastore', 'a b'],
      '--datastore cannot be "a b".',
      'up to 32 letters',
    ],
    [['simulate', '--speed', '0.5'], '--speed cannot be "0.5".', 'Write a whole number'],
    [['simulate', '--fault', 'oops'], '--fault oops', 'simulate --help'],
  ])('is told with a remedy: %j', async (argv, message, remedy) => {
    const { code, stdout, stderr } = await runCli(argv);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error  ${message}`);
    expect(stderr).toContain(remedy);
  });

  test('is one object for programs', async () => {
    const { code, stdout, stderr } = await runCli(['run', '--json', '--tiemout', '1s']);

    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      status: 'refused',
      error: {
        message: 'There is no option --tiemout.',
        hint: 'Did you mean --timeout?',
      },
      diagnostics: [],
    });
  });

  test('cannot steer the terminal', async () => {
    const { stderr } = await runCli(['\u001B[2J\u009B31m']);

    expect(stderr).not.toContain('\u001B');
    expect(stderr).not.toContain('\u009B');
  });
});

/** An Io that breaks its own contract. */
function broken(env = {}): ReturnType<typeof createFakeIo> {
  const io = createFakeIo({ env });
  return { ...io, readFile: async () => undefined as unknown as string };
}

describe('an error inside the program', () => {
  test('is one line and ends with 1', async () => {
    const io = broken();

    expect(await main(['check', 'any.yaml'], io)).toBe(1);
    expect(io.stderr.text).toMatch(
      /^internal error {2}TypeError: .+Please report it.+\n$/u,
    );
  });

  test('shows where it happened to those who debug', async () => {
    const io = broken({ DEBUG: 'arazzo-xstate' });

    await main(['check', 'any.yaml'], io);
    expect(io.stderr.text).toMatch(/\n +at /u);
  });
});
