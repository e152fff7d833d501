import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../dist/cli/bin.js', import.meta.url));

/** How a process of the command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command line in a process of its own. */
export interface CliProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  /** Waits until stdout or stderr holds a text, and returns what matched. */
  until(pattern: RegExp): Promise<string>;
}

/** Starts the built command line; variables of AWS are not handed down. */
export function startCli(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): CliProcess {
  const child = spawn(process.execPath, [bin, ...argv], {
    env: { ...ownVariables(), ...env },
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => (text[name] += chunk));
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, ...text }));
  });
  const until = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(text.stdout) ?? pattern.exec(text.stderr);
        if (match !== null) resolve(match[1] ?? match[0]);
      };
      look();
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      child.once('close', () =>
        reject(new Error(`Never came: ${pattern.source}\n${text.stdout}${text.stderr}`)),
      );
    });
  return { child, ended, until };
}

/** Runs the built command line to its end. */
export function runProcess(
  argv: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Ended> {
  return startCli(argv, env).ended;
}

function ownVariables(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:AWS_|NO_COLOR|FORCE_COLOR)/u.test(name),
    ),
  );
}
