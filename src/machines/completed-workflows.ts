import type { StepNeed } from '../arazzo-import/plan.ts';
import type { MachineEnvironment } from './environment.ts';
import { stepRecord } from './step-record.ts';
import type { CompletedWorkflow, CompletedWorkflows, WorkflowContext } from './types.ts';

/** Where a workflow is: the name of its document, and its id there. */
export interface WorkflowPlace {
  readonly document: string;
  readonly workflowId: string;
}

/** Where the workflow with a key is. Of one that could not be read only the key is known. */
export function placeOf(
  { configOf }: Pick<MachineEnvironment, 'configOf'>,
  key: string,
): WorkflowPlace {
  const meta = configOf(key)?.meta;
  if (meta !== undefined)
    return { document: meta.document ?? '', workflowId: meta.workflowId };
  const end = key.indexOf('.');
  return { document: key.slice(0, Math.max(0, end)), workflowId: key.slice(end + 1) };
}

/** What was kept of a workflow that is completed. */
export function findCompleted(
  workflows: CompletedWorkflows | undefined,
  { document, workflowId }: WorkflowPlace,
): CompletedWorkflow | undefined {
  const own = ownValue(workflows, document);
  return ownValue(own, workflowId);
}

/** Adds a workflow that is completed. */
export function addCompleted(
  before: CompletedWorkflows | undefined,
  { document, workflowId }: WorkflowPlace,
  completed: CompletedWorkflow,
): CompletedWorkflows {
  return mergeCompleted(before, { [document]: { [workflowId]: completed } });
}

/** Those of both; the later one replaces the earlier. */
export function mergeCompleted(
  before: CompletedWorkflows = {},
  after: CompletedWorkflows = {},
): CompletedWorkflows {
  if (before === after) return before;
  const merged = Object.entries(after).map(([document, workflows]) => [
    document,
    { ...ownValue(before, document), ...workflows },
  ]);
  return { ...before, ...(Object.fromEntries(merged) as CompletedWorkflows) };
}

/** Whether a workflow has been completed in this run. */
export function isCompleted(
  environment: Pick<MachineEnvironment, 'configOf'>,
  { workflows }: Pick<WorkflowContext, 'workflows'>,
  key: string,
): boolean {
  return findCompleted(workflows, placeOf(environment, key)) !== undefined;
}

/** Whether a step has run that another depends on; one of another workflow when that is completed. */
export function isMet(
  environment: MachineEnvironment,
  context: WorkflowContext,
  { stepId, workflow }: StepNeed,
): boolean {
  if (workflow !== undefined) return isCompleted(environment, context, workflow);
  return stepRecord(context, stepId)?.outputs !== undefined;
}

function ownValue<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
