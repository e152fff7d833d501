import { printable, toPlainDiagnostic } from '../../diagnostics/index.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { knownSourceFor } from '../known-source.ts';
import { parseArguments } from '../parse-arguments.ts';
import { countDiagnostics, printDiagnostics } from '../print-diagnostics.ts';
import { readDocument } from '../read-document.ts';
import { sourceOptions } from '../source-arguments.ts';
import { toJsonText } from '../to-json-text.ts';

const checkOptions = { json: 'switch', strict: 'switch', ...sourceOptions } as const;

/** `arazzo-xstate check`: says what is wrong with a document. */
export async function check(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals, options } = parseArguments(argv, checkOptions, ['<file>']);
  const { textOf, diagnostics } = await readDocument(positionals[0], io, {
    fallback: knownSourceFor,
    strict: options.strict === true,
    given: options,
  });
  if (options.json === true) {
    const plain = diagnostics.map((diagnostic) =>
      toPlainDiagnostic(diagnostic, textOf(diagnostic) ?? ''),
    );
    io.stdout.write(toJsonText({ diagnostics: plain }));
  } else {
    printDiagnostics(diagnostics, textOf, io.stdout);
    io.stdout.write(
      `${printable(positionals[0] ?? '')}: ${countDiagnostics(diagnostics)}\n`,
    );
  }
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  return failed ? exitCodes.unusable : exitCodes.ok;
}
