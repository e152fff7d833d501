import type { Workflow } from '../document.ts';
import { referencedWorkflows } from '../compile/reachable-workflows.ts';
import type { WorkflowPlan } from '../plan.ts';
import type { DocumentUnit } from '../sources/document-unit.ts';
import type { LinkContext } from './link-context.ts';
import { linkWorkflow } from './link-workflow.ts';
import { reportCycles } from './report-cycles.ts';
import { createTextReader } from './create-text-reader.ts';

/** A workflow of an import with the document it stands in. */
export interface LinkedPlan {
  readonly unit: DocumentUnit;
  readonly workflow: Workflow;
  readonly plan: WorkflowPlan;
}

/**
 * Links the workflows of the imported document and, of other documents, those that they get to. The
 * result is by key, in the order of the document.
 */
export function linkWorkflows(
  units: readonly [DocumentUnit, ...DocumentUnit[]],
  shared: Pick<LinkContext, 'engines' | 'options'>,
): ReadonlyMap<string, LinkedPlan> {
  const [first] = units;
  const byKey = new Map(
    units.flatMap((unit) =>
      unit.document.workflows.map(
        (workflow) => [keyIn(unit, workflow), { unit, workflow }] as const,
      ),
    ),
  );
  const linked = new Map<string, LinkedPlan>();
  const readText = createTextReader();
  const open = first.document.workflows.map((workflow) => keyIn(first, workflow));
  for (const key of open) {
    const found = byKey.get(key);
    if (found === undefined || linked.has(key)) continue;
    const { unit, workflow } = found;
    const { document, report } = unit;
    const context = { ...shared, unit, document, report, readText };
    const plan = linkWorkflow(context, workflow);
    linked.set(key, { unit, workflow, plan });
    open.push(...referencedWorkflows(plan).map((reference) => reference.key));
  }
  return reportCycles(linked);
}

function keyIn({ name }: DocumentUnit, { workflowId }: Workflow): string {
  return name === '' ? workflowId : `${name}.${workflowId}`;
}
