import { importDocument } from './arazzo-import/index.ts';
import type { ImportedDocument, ImportOptions } from './arazzo-import/index.ts';
import { ArazzoImportError } from './diagnostics/index.ts';
import type { Diagnostic } from './diagnostics/index.ts';
import { loadWorkflow } from './machines/index.ts';
import type { LoadedWorkflow } from './machines/index.ts';

/** An Arazzo document whose workflows are ready to become machines. */
export interface Arazzo {
  /** Everything that is wrong or doubtful about the document, in its order. */
  readonly diagnostics: readonly Diagnostic[];
  /** The workflows without errors, in the order of the document. */
  readonly workflows: readonly LoadedWorkflow[];
  /**
   * One workflow by its id; the document's first without one.
   * @throws ArazzoImportError with the diagnostics, when there is no such workflow or it has errors
   */
  workflow(workflowId?: string): LoadedWorkflow;
}

/**
 * Imports an Arazzo document: its workflows as XState machines, and what is wrong with it.
 *
 * @param source - the path of a file, or the text of a document (YAML or JSON; a text is told by its
 * line breaks or a leading brace)
 * @throws ArazzoImportError `FILE_UNREADABLE`; whatever is wrong with the text is a diagnostic
 *
 * @example
 * ```ts
 * const arazzo = await importArazzo('examples/healthlake/provision-datastore-and-export.arazzo.yaml');
 * const machine = arazzo.workflow().machine({ services: createHealthLakeService() });
 * ```
 */
export async function importArazzo(
  source: string,
  options: ImportOptions = {},
): Promise<Arazzo> {
  const imported = isText(source)
    ? await importDocument(source, options)
    : await importFile(source, options);
  const workflows = await Promise.all(
    imported.workflows
      .filter(({ hasErrors }) => !hasErrors)
      .map(({ config }) => loadWorkflow(config)),
  );
  return {
    diagnostics: imported.diagnostics,
    workflows,
    workflow: (workflowId) => findWorkflow(imported, workflows, workflowId),
  };
}

function isText(source: string): boolean {
  return source.includes('\n') || source.trimStart().startsWith('{');
}

/** Only here the library touches the disk; a browser passes text and never comes this way. */
async function importFile(
  path: string,
  options: ImportOptions,
): Promise<ImportedDocument> {
  const { readFile } = await import('node:fs/promises');
  const { createSourceReader } = await import('./services/files/create-source-reader.ts');
  const { unreadableFile } = await import('./services/files/unreadable-file.ts');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new ArazzoImportError([unreadableFile(path, error)], { cause: error });
  });
  return importDocument(text, { uri: path, read: createSourceReader(path), ...options });
}

function findWorkflow(
  { diagnostics, rangeAt, workflows: imported }: ImportedDocument,
  workflows: readonly LoadedWorkflow[],
  workflowId: string | undefined,
): LoadedWorkflow {
  const wanted = workflowId ?? imported[0]?.workflowId;
  const found = workflows.find((each) => each.workflowId === wanted);
  if (found !== undefined) return found;
  const isThere = imported.some((each) => each.workflowId === wanted);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (isThere || imported.length === 0) throw new ArazzoImportError(errors);
  throw new ArazzoImportError([
    {
      code: 'UNKNOWN_WORKFLOW',
      severity: 'error',
      message: `The document has no workflow "${workflowId ?? ''}".`,
      path: '/workflows',
      range: rangeAt('/workflows'),
      hint: `Its workflows are ${imported.map((each) => `"${each.workflowId}"`).join(', ')}.`,
    },
  ]);
}
