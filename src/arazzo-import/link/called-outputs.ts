import type { Step } from '../document.ts';
import type { LinkContext } from './link-context.ts';
import { linkWorkflowReference } from './link-workflow-reference.ts';

/** The outputs of the workflow that a step calls. */
export interface CalledOutputs {
  readonly workflowId: string;
  readonly names: readonly string[];
  /** Of the step: only what stands in it is known to be about this call. */
  readonly path: string;
}

/** What `$outputs` names when the call of a step has ended; `undefined` when that is not known. */
export function calledOutputs(
  context: LinkContext,
  { workflowId, path }: Step,
): CalledOutputs | undefined {
  if (workflowId === undefined) return undefined;
  // That there is no such workflow is reported by who calls it.
  const silent = { ...context, report: () => undefined };
  const target = linkWorkflowReference(silent, workflowId, path);
  const called = target?.unit?.document.workflows.find(
    (each) => each.workflowId === target.workflowId,
  );
  return (
    called && {
      workflowId: called.workflowId,
      names: Object.keys(called.outputs),
      path: `${path}/`,
    }
  );
}
