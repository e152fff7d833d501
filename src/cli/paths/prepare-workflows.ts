import type { ImportedWorkflow } from '../../arazzo-import/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { loadWorkflow } from '../../machines/load-workflow.ts';
import type { LoadedWorkflow } from '../../machines/load-workflow.ts';
import { givenCompileOptions } from '../compile-arguments.ts';
import type { Io } from '../io.ts';
import { knownSourceFor } from '../known-source.ts';
import { readDocument } from '../read-document.ts';
import type { ReadDocument } from '../read-document.ts';
import { describeSources } from './describe-sources.ts';
import type { PathArguments } from './path-arguments.ts';
import { selectWorkflows } from './select-workflows.ts';
import { withKnownServices } from './with-known-services.ts';

/** The workflows whose paths are wanted, ready to become machines. */
export interface PreparedWorkflows {
  readonly document: ReadDocument;
  readonly workflows: readonly LoadedWorkflow[];
  /** Those that have errors. */
  readonly unusable: readonly ImportedWorkflow[];
}

/** A document of which no workflow can be used. */
export interface RefusedDocument {
  readonly document: ReadDocument;
  readonly refused: readonly Diagnostic[];
}

/** Reads a document and loads the workflow that was asked for, or all that can be used. */
export async function prepareWorkflows(
  [place, workflowId]: readonly (string | undefined)[],
  given: PathArguments,
  io: Io,
): Promise<PreparedWorkflows | RefusedDocument> {
  const document = await readDocument(place, io, {
    ...givenCompileOptions(given),
    fallback: knownSourceFor,
    strict: given.strict === true,
    given,
  });
  const allowErrors = given['allow-errors'] === true;
  const selected = selectWorkflows(document, workflowId, { allowErrors });
  if ('diagnostics' in selected) return { document, refused: selected.diagnostics };
  const descriptionOf = describeSources(document.imported);
  const workflows = await Promise.all(
    selected.workflows.map(async ({ config }) =>
      withKnownServices(await loadWorkflow(config, { descriptionOf }), document.imported),
    ),
  );
  return { document, workflows, unusable: selected.unusable };
}
