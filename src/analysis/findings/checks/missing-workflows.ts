import type { WorkflowExpression } from '../../../expressions/index.ts';
import { entryReads, exitReads, readsIn } from '../reads.ts';
import type { Picker, Read } from '../reads.ts';
import type { Finding, WorkflowView } from '../view.ts';

/** `$workflows.<id>` of a workflow that nothing lets run before. Each reader is told once of each workflow. */
export function findMissingWorkflows(view: WorkflowView): readonly Finding[] {
  const { steps, plan, workflow } = view;
  const pick = pickNeverRun(view);
  const outputs = readsIn(plan.outputs, `${workflow.path}/outputs`, pick);
  return [
    ...steps.flatMap((reader) =>
      toFindings(`Step "${reader.step.stepId}"`, [
        ...entryReads(reader.step, pick),
        ...exitReads(reader, pick),
      ]),
    ),
    ...toFindings('The workflow', outputs),
  ];
}

function toFindings(
  reader: string,
  reads: readonly Read<WorkflowExpression>[],
): readonly Finding[] {
  const others = reads
    .toReversed()
    .map((read) => [read.expression.workflowId, read] as const);
  return [...new Map(others).values()].map((read) => toFinding(reader, read));
}

function pickNeverRun(view: WorkflowView): Picker<WorkflowExpression> {
  const { document, plan, steps, isRunElsewhere } = view;
  const called = new Set(steps.map(({ step }) => step.workflowId));
  const own = new Set(document.workflows.map(({ workflowId }) => workflowId));
  return (expression) => {
    if (expression.kind !== 'workflows') return undefined;
    const { workflowId } = expression;
    const isThere =
      !own.has(workflowId) ||
      workflowId === plan.workflowId ||
      called.has(workflowId) ||
      isRunElsewhere(workflowId);
    return isThere ? undefined : expression;
  };
}

function toFinding(
  reader: string,
  { expression, path }: Read<WorkflowExpression>,
): Finding {
  const { text, workflowId } = expression;
  return {
    code: 'OUTPUT_MAY_BE_MISSING',
    severity: 'warning',
    path,
    message: `${reader} reads "${text}", but nothing lets the workflow "${workflowId}" run before.`,
    hint: `Write "dependsOn: [${workflowId}]" in the workflow, or call it in a step before.`,
  };
}
