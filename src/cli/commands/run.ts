import type { ImportedWorkflow, Json } from '../../arazzo-import/index.ts';
import { toPlainDiagnostic } from '../../diagnostics/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { loadWorkflow } from '../../machines/load-workflow.ts';
import type { LoadedWorkflow } from '../../machines/load-workflow.ts';
import { compileOptions, givenCompileOptions } from '../compile-arguments.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { findWorkflow } from '../find-workflow.ts';
import type { Io } from '../io.ts';
import { knownSourceFor } from '../known-source.ts';
import { parseArguments } from '../parse-arguments.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import { readDocument } from '../read-document.ts';
import type { ReadDocument, TextOf } from '../read-document.ts';
import { checkInputs, findStrayInputs } from '../run/check-inputs.ts';
import { execute } from '../run/execute.ts';
import { readInputs } from '../run/read-inputs.ts';
import { loadAwsBindings } from '../run/targets/aws-binding.ts';
import type { AwsBinding } from '../run/targets/aws-binding.ts';
import { planTargets } from '../run/targets/plan-targets.ts';
import type { TargetPlan } from '../run/targets/plan-targets.ts';
import { targetOptions } from '../run/targets/target-arguments.ts';
import { sourceOptions } from '../source-arguments.ts';
import { toJsonText } from '../to-json-text.ts';

const runOptions = {
  input: 'values',
  inputs: 'value',
  ...targetOptions,
  ...compileOptions,
  strict: 'switch',
  'allow-errors': 'switch',
  ...sourceOptions,
  json: 'switch',
  trace: 'value',
} as const;

type RunOptions = ReturnType<typeof parseArguments<typeof runOptions>>['options'];

/** `arazzo-xstate run`: runs a workflow, on the embedded simulator unless told otherwise. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals, options } = parseArguments(argv, runOptions, [
    '<file>',
    '[workflowId]',
  ]);
  const [path, workflowId] = positionals;
  const bindings = await loadAwsBindings(options.aws ?? []);
  const document = await readDocument(path, io, {
    ...givenCompileOptions(options),
    known: (use) => bindings.get(use.source)?.operations ?? knownSourceFor(use),
    strict: options.strict === true,
    given: options,
  });
  const prepared = await prepare(document, workflowId, { options, bindings, io });
  if ('diagnostics' in prepared)
    return refuse(prepared.diagnostics, document.textOf, options, io);
  return execute({ ...prepared, doubts: findDoubts(document, prepared), options, io });
}

/** What does not keep a workflow from running, in a line each. */
function findDoubts(
  { diagnostics, uri }: ReadDocument,
  { imported, inputs }: Prepared,
): readonly string[] {
  const hasWarnings = diagnostics.some(({ severity }) => severity !== 'info');
  return [
    ...findStrayInputs(imported, inputs),
    ...(hasWarnings ? [`There are warnings; see: arazzo-xstate check ${uri}`] : []),
  ];
}

interface Prepared {
  readonly imported: ImportedWorkflow;
  readonly workflow: LoadedWorkflow;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly targets: readonly TargetPlan[];
}

/** What a run was called with. */
interface Call {
  readonly options: RunOptions;
  readonly bindings: ReadonlyMap<string, AwsBinding>;
  readonly io: Io;
}

/** Everything that can be wrong before anything is sent. */
async function prepare(
  document: ReadDocument,
  workflowId: string | undefined,
  { options, bindings, io }: Call,
): Promise<Prepared | { readonly diagnostics: readonly Diagnostic[] }> {
  const found = findWorkflow(document, workflowId, {
    allowErrors: options['allow-errors'] === true,
  });
  if ('diagnostics' in found) return found;
  const imported = found.workflow;
  const planned = planTargets(document.imported, imported, options, bindings);
  if ('diagnostics' in planned) return planned;
  const { targets } = planned;
  const workflow = await loadWorkflow(imported.config);
  const inputs = await readInputs(options, imported.plan.inputs, io);
  const problems = checkInputs(document, imported, inputs, workflow.validateInputs);
  return problems.length > 0
    ? { diagnostics: problems }
    : { imported, workflow, inputs, targets };
}

function refuse(
  diagnostics: readonly Diagnostic[],
  textOf: TextOf,
  { json = false }: RunOptions,
  io: Io,
): ExitCode {
  if (json) {
    const plain = diagnostics.map((diagnostic) =>
      toPlainDiagnostic(diagnostic, textOf(diagnostic) ?? ''),
    );
    io.stdout.write(toJsonText({ status: 'refused', diagnostics: plain }));
  } else {
    printDiagnostics(diagnostics, textOf, io.stderr);
    io.stderr.write('Nothing was sent.\n');
  }
  return exitCodes.unusable;
}
