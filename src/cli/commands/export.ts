import { toStately } from '../../machines/to-stately.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { fileProblem } from '../../services/files/file-problem.ts';
import type { Io } from '../io.ts';
import { parseArguments } from '../parse-arguments.ts';
import { findWorkflow } from '../find-workflow.ts';
import { knownSourceFor } from '../known-source.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { readDocument } from '../read-document.ts';
import { sourceOptions } from '../source-arguments.ts';
import { toJsonText } from '../to-json-text.ts';
import { UsageError } from '../usage-error.ts';

const exportOptions = {
  to: 'value',
  output: 'value',
  strict: 'switch',
  'allow-errors': 'switch',
  ...sourceOptions,
} as const;

/** `arazzo-xstate export`: writes the machine of a workflow for other tools. */
export async function exportWorkflow(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals, options } = parseArguments(argv, exportOptions, [
    '<file>',
    '[workflowId]',
  ]);
  const format = toFormat(options.to);
  const document = await readDocument(positionals[0], io, {
    fallback: knownSourceFor,
    strict: options.strict === true,
    given: options,
  });
  const found = findWorkflow(document, positionals[1], {
    allowErrors: options['allow-errors'] === true,
  });
  if ('diagnostics' in found) {
    printDiagnostics(found.diagnostics, document.textOf, io.stderr);
    return exitCodes.unusable;
  }
  const { config } = found.workflow;
  const text = format === 'json' ? toJsonText(config) : toStately(config);
  if (options.output === undefined) io.stdout.write(text);
  else await writeOutput(options.output, text, io);
  return exitCodes.ok;
}

async function writeOutput(path: string, text: string, io: Io): Promise<void> {
  try {
    await io.writeFile(path, text);
  } catch (error) {
    throw new UsageError(
      `The file ${path} cannot be written: ${fileProblem(error)}.`,
      'Check the path of --output.',
    );
  }
}

const formats = ['json', 'stately'] as const;
type Format = (typeof formats)[number];

function toFormat(text: string | undefined): Format {
  const format = formats.find((each) => each === text);
  if (format !== undefined) return format;
  throw new UsageError(
    text === undefined ? 'Export to what?' : `There is no export to "${text}".`,
    `Write --to ${formats.join(' or --to ')}.`,
  );
}
