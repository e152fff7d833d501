import { printable } from '../diagnostics/index.ts';
import type { CommandName } from './help.ts';
import type { Io } from './io.ts';
import { createStyle } from './style.ts';
import type { UsageError } from './usage-error.ts';
import { toJsonText } from './to-json-text.ts';

/** How to tell about a mistake in a call. */
export interface Complaint {
  /** The command that was called, when there is one. */
  readonly command: CommandName | undefined;
  /** For programs: one object on stdout. */
  readonly json: boolean;
  readonly io: Io;
}

/** Says what is wrong with a call and what to write instead. */
export function complain(
  { message, lines: problems, hint }: UsageError,
  { command, json, io }: Complaint,
): void {
  if (json) {
    const error = { message, ...(hint === undefined ? {} : { hint }) };
    io.stdout.write(toJsonText({ status: 'refused', error, diagnostics: [] }));
    return;
  }
  const style = createStyle(io.stderr);
  const about = command === undefined ? '' : `${command} `;
  const lines = [
    ...problems.map((each) => `${style('red', 'error')}  ${printable(each)}`),
    ...(hint === undefined ? [] : [`${style('cyan', 'help')}   ${printable(hint)}`]),
    style('dim', `       See: arazzo-xstate ${about}--help`),
  ];
  io.stderr.write(`${lines.join('\n')}\n`);
}
