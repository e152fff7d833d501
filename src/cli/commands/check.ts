import { analyse } from '../../analysis/findings/index.ts';
import type { Analysis } from '../../analysis/findings/index.ts';
import { printable, toPlainDiagnostic } from '../../diagnostics/index.ts';
import { concealSecrets } from '../check/conceal-secrets.ts';
import { readSeverities } from '../check/read-severities.ts';
import { serviceFactsFor } from '../check/service-facts.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { knownSourceFor } from '../known-source.ts';
import { parseArguments } from '../parse-arguments.ts';
import { countDiagnostics, printDiagnostics } from '../print-diagnostics.ts';
import { readDocument } from '../read-document.ts';
import type { TextOf } from '../read-document.ts';
import { sourceOptions } from '../source-arguments.ts';
import { toJsonText } from '../to-json-text.ts';
import { UsageError } from '../usage-error.ts';

const checkOptions = {
  json: 'switch',
  sarif: 'switch',
  strict: 'switch',
  severity: 'values',
  ...sourceOptions,
} as const;

/** `arazzo-xstate check`: says what is wrong with a document. */
export async function check(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals, options } = parseArguments(argv, checkOptions, ['<file>']);
  if (options.json === true && options.sarif === true)
    throw new UsageError('--json and --sarif exclude each other.', 'Take one.');
  const severities = readSeverities(options.severity ?? []);
  const { textOf: plainTextOf, imported } = await readDocument(positionals[0], io, {
    fallback: knownSourceFor,
    strict: options.strict === true,
    given: options,
  });
  const facts = await serviceFactsFor(imported);
  const plain = await analyse(imported, { ...facts, severities });
  const { analysis, textOf } = concealSecrets(plain, plainTextOf);
  if (options.sarif === true) await printSarif(analysis, textOf, io);
  else if (options.json === true) io.stdout.write(toJson(analysis, textOf));
  else print(analysis, textOf, positionals[0] ?? '', io);
  const failed = analysis.diagnostics.some(({ severity }) => severity === 'error');
  return failed ? exitCodes.unusable : exitCodes.ok;
}

function print(
  { diagnostics, suppressed }: Analysis,
  textOf: TextOf,
  place: string,
  { stdout }: Io,
): void {
  printDiagnostics(diagnostics, textOf, stdout);
  const ignored = suppressed.length === 0 ? '' : `, ${suppressed.length} ignored`;
  stdout.write(`${printable(place)}: ${countDiagnostics(diagnostics)}${ignored}\n`);
}

function toJson({ diagnostics, suppressed }: Analysis, textOf: TextOf): string {
  const plain = diagnostics.map((each) => toPlainDiagnostic(each, textOf(each) ?? ''));
  const ignored = suppressed.map((each) => ({
    ...toPlainDiagnostic(each, textOf(each) ?? ''),
    justification: each.justification,
  }));
  return toJsonText({
    diagnostics: plain,
    ...(ignored.length === 0 ? {} : { suppressed: ignored }),
  });
}

async function printSarif(analysis: Analysis, textOf: TextOf, io: Io): Promise<void> {
  const { toSarif } = await import('../check/to-sarif.ts');
  const { readRules, readVersion } = await import('../check/read-rules.ts');
  const [rules, version] = await Promise.all([readRules(), readVersion()]);
  io.stdout.write(toJsonText(toSarif(analysis, { textOf, rules, version })));
}
