import type { ImportedWorkflow } from '../../arazzo-import/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { findWorkflow } from '../find-workflow.ts';
import type { ReadDocument } from '../read-document.ts';

/** The workflows that were asked for, and those of them that have errors. */
export interface SelectedWorkflows {
  readonly workflows: readonly ImportedWorkflow[];
  readonly unusable: readonly ImportedWorkflow[];
}

/** The workflow that was asked for or all that can be used; or why there is none. */
export function selectWorkflows(
  document: ReadDocument,
  workflowId: string | undefined,
  { allowErrors }: { readonly allowErrors: boolean },
): SelectedWorkflows | { readonly diagnostics: readonly Diagnostic[] } {
  if (workflowId !== undefined) {
    const found = findWorkflow(document, workflowId, { allowErrors });
    return 'diagnostics' in found ? found : { workflows: [found.workflow], unusable: [] };
  }
  const all = document.imported.workflows;
  const unusable = all.filter(({ hasErrors }) => hasErrors && !allowErrors);
  const workflows = all.filter((workflow) => !unusable.includes(workflow));
  return workflows.length === 0
    ? { diagnostics: errorsOf(document) }
    : { workflows, unusable };
}

/** What keeps workflows of a document from being used. */
export function errorsOf({ diagnostics }: ReadDocument): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}
