import type { ImportedDocument } from '../../arazzo-import/import-document.ts';
import type { DocumentUnit } from '../../arazzo-import/sources/document-unit.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { findHoles, toDiagnostic } from './find-holes.ts';
import { applyIgnores } from './ignores/apply-ignores.ts';
import type { SuppressedDiagnostic } from './ignores/apply-ignores.ts';
import { readIgnores } from './ignores/read-ignores.ts';
import { withSeverities } from './severities.ts';
import type { Severities } from './severities.ts';
import type { ServiceFacts } from './view.ts';

/** How a document is analysed. */
export interface AnalyseOptions extends ServiceFacts {
  /** Severities other than the usual ones, by code. Errors of the import stay errors. */
  readonly severities?: Severities;
}

/** Everything that is wrong or doubtful about a document. */
export interface Analysis {
  /** What importing has found and what the analysis has, in the order of the document. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the document silences with `x-arazzo-xstate-ignore`. */
  readonly suppressed: readonly SuppressedDiagnostic[];
}

/**
 * Analyses an imported document without calling anything: what importing has found, and the holes of its
 * workflows, such as statuses that fall through, loops without an end and outputs that may not be there.
 *
 * @example
 * ```ts
 * const { diagnostics } = await analyse(await importDocument(text));
 * ```
 */
export async function analyse(
  imported: ImportedDocument,
  { severities = {}, ...facts }: AnalyseOptions = {},
): Promise<Analysis> {
  const [unit] = imported.units;
  if (unit === undefined) return { diagnostics: imported.diagnostics, suppressed: [] };
  const holes = await findHoles(imported, facts);
  const { entries, findings } = readIgnores(unit.document);
  const all = [...imported.diagnostics, ...holes];
  const applied = applyIgnores(all, entries, unit.uri);
  const remarks = [...findings, ...applied.findings].map((each) =>
    toDiagnostic(each, unit),
  );
  return {
    diagnostics: withSeverities(
      inOrder([...applied.diagnostics, ...remarks], unit),
      severities,
    ),
    suppressed: applied.suppressed,
  };
}

/** Findings in other documents stay below, as the import has put them. */
function inOrder(
  diagnostics: readonly Diagnostic[],
  { uri }: DocumentUnit,
): readonly Diagnostic[] {
  const own = diagnostics.filter(({ range }) => range.uri === uri);
  const others = diagnostics.filter(({ range }) => range.uri !== uri);
  return [
    ...own.toSorted((left, right) => left.range.start - right.range.start),
    ...others,
  ];
}
