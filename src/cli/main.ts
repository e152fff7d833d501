import { didYouMean } from '../diagnostics/index.ts';
import { complain } from './complain.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { CommandName } from './help.ts';
import { reportInternalError } from './internal-error.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

type Command = (argv: readonly string[], io: Io) => Promise<ExitCode>;

/** Each command is loaded when it is called, and loads only what it uses. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  run: async () => (await import('./commands/run.ts')).run,
  paths: async () => (await import('./commands/paths.ts')).paths,
  test: async () => (await import('./commands/test.ts')).test,
  simulate: async () => (await import('./commands/simulate.ts')).simulate,
  export: async () => (await import('./commands/export.ts')).exportWorkflow,
};

/** Runs the command line and answers with the exit code; whatever it touches is in `io`. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (!(error instanceof UsageError)) return reportInternalError(error, io);
    const [name = ''] = argv;
    complain(error, {
      command: isCommand(name) ? name : undefined,
      json: argv.includes('--json'),
      io,
    });
    return exitCodes.unusable;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name = 'help', ...rest] = argv;
  if (['help', '--help', '-h'].includes(name)) return help(rest[0], io);
  if (['--version', '-V'].includes(name)) return version(io);
  if (!isCommand(name)) throw unknownCommand(name);
  if (rest.includes('--help') || rest.includes('-h')) return help(name, io);
  const command = await commands[name]();
  return command(rest, io);
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function help(name: string | undefined, { stdout }: Io): ExitCode {
  if (name !== undefined && !isCommand(name)) throw unknownCommand(name);
  stdout.write(name === undefined ? generalHelp : commandHelp[name]);
  return exitCodes.ok;
}

async function version({ stdout }: Io): Promise<ExitCode> {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  stdout.write(`${String((JSON.parse(text) as { version: unknown }).version)}\n`);
  return exitCodes.ok;
}

function unknownCommand(name: string): UsageError {
  return new UsageError(`There is no command "${name}".`, hintFor(name));
}

function hintFor(name: string): string {
  const meant = didYouMean(name, Object.keys(commands));
  if (meant !== undefined) return meant;
  if (/\.(?:ya?ml|json)$/iu.test(name))
    return `To run the document, write: arazzo-xstate run ${name}`;
  return `The commands are ${Object.keys(commands).join(', ')}.`;
}
