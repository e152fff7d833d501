import { printable } from '../diagnostics/index.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

/** Says in one line that the program itself is at fault; the stack only to those who debug it. */
export function reportInternalError(
  error: unknown,
  { stderr, env }: Pick<Io, 'stderr' | 'env'>,
): ExitCode {
  const message =
    error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const debugging = env['DEBUG']?.includes('arazzo-xstate') === true;
  const more = debugging ? '' : ' (DEBUG=arazzo-xstate shows where it happened)';
  stderr.write(`internal error  ${printable(message)}. Please report it${more}.\n`);
  if (debugging && error instanceof Error) stderr.write(`${error.stack ?? ''}\n`);
  return exitCodes.failed;
}
