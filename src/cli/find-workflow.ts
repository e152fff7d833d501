import type { ImportedWorkflow } from '../arazzo-import/index.ts';
import { didYouMean } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { ReadDocument } from './read-document.ts';

/** The workflow that was asked for, or why there is none that can be used. */
export function findWorkflow(
  { imported, diagnostics }: ReadDocument,
  workflowId: string | undefined,
  { allowErrors = false }: { readonly allowErrors?: boolean } = {},
):
  | { readonly workflow: ImportedWorkflow }
  | { readonly diagnostics: readonly Diagnostic[] } {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const { workflows } = imported;
  const only = workflows.length === 1 ? workflows[0] : undefined;
  const workflow =
    workflowId === undefined
      ? only
      : workflows.find((each) => each.workflowId === workflowId);
  if (workflow?.hasErrors && !allowErrors) return { diagnostics: errors };
  if (workflow !== undefined) return { workflow };
  if (workflows.length === 0) return { diagnostics: errors };
  return { diagnostics: [unknownWorkflow(imported, workflowId)] };
}

function unknownWorkflow(
  { workflows, rangeAt }: ReadDocument['imported'],
  workflowId: string | undefined,
): Diagnostic {
  const ids = workflows.map((each) => each.workflowId);
  return {
    code: 'UNKNOWN_WORKFLOW',
    severity: 'error',
    message:
      workflowId === undefined
        ? `The document has ${ids.length} workflows, and none was named.`
        : `The document has no workflow "${workflowId}".`,
    path: '/workflows',
    range: rangeAt('/workflows'),
    hint: hintFor(workflowId, ids),
  };
}

function hintFor(workflowId: string | undefined, ids: readonly string[]): string {
  const meant = workflowId === undefined ? undefined : didYouMean(workflowId, ids);
  if (meant !== undefined) return meant;
  if (ids.length === 1) return `Its only workflow is "${ids[0]}".`;
  const names = [...new Set(ids)].map((id) => `"${id}"`);
  return `Name ${names.length === 1 ? '' : 'one of '}${names.join(', ')} after the file.`;
}
