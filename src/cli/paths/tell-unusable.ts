import type { ImportedWorkflow } from '../../arazzo-import/index.ts';
import { printable, toPlainDiagnostic } from '../../diagnostics/index.ts';
import type { Diagnostic, PlainDiagnostic } from '../../diagnostics/index.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { ReadDocument } from '../read-document.ts';
import { createStyle } from '../style.ts';
import { toJsonText } from '../to-json-text.ts';
import type { RefusedDocument } from './prepare-workflows.ts';
import { errorsOf } from './select-workflows.ts';

/** Says why no workflow of a document can be used. */
export function refuse(
  { document, refused }: RefusedDocument,
  { json = false }: { readonly json?: boolean },
  io: Io,
): ExitCode {
  if (json) {
    const diagnostics = toPlain(refused, document);
    io.stdout.write(toJsonText({ status: 'refused', diagnostics }));
  } else printDiagnostics(refused, document.textOf, io.stderr);
  return exitCodes.unusable;
}

/** Names the workflows that have errors, and says where to see what is doubtful about the others. */
export function tellDoubts(
  { diagnostics, uri }: ReadDocument,
  unusable: readonly ImportedWorkflow[],
  { stderr }: Pick<Io, 'stderr'>,
): void {
  const style = createStyle(stderr);
  for (const { workflowId } of unusable) {
    const name = printable(workflowId);
    stderr.write(`${style('red', 'error')}  "${name}" has errors and was left out.\n`);
  }
  // How many there are depends on who looks: the whole analysis finds more.
  if (diagnostics.every(({ severity }) => severity === 'info')) return;
  const remark = `There are warnings; see: arazzo-xstate check ${uri}`;
  stderr.write(`${style('dim', printable(remark))}\n`);
}

/** The members of a JSON report that tell of workflows with errors; none when there are none. */
export function unusableMembers(
  document: ReadDocument,
  unusable: readonly ImportedWorkflow[],
): {
  readonly unusable?: readonly string[];
  readonly diagnostics?: readonly PlainDiagnostic[];
} {
  if (unusable.length === 0) return {};
  return {
    unusable: unusable.map(({ workflowId }) => workflowId),
    diagnostics: toPlain(errorsOf(document), document),
  };
}

function toPlain(
  diagnostics: readonly Diagnostic[],
  { textOf }: ReadDocument,
): readonly PlainDiagnostic[] {
  return diagnostics.map((diagnostic) =>
    toPlainDiagnostic(diagnostic, textOf(diagnostic) ?? ''),
  );
}
