import type { StepRecord, WorkflowContext } from './types.ts';

/** What a run remembers of a step; `undefined` before the step was reached. Ids may be any text. */
export function stepRecord(
  { steps }: WorkflowContext,
  stepId: string,
): StepRecord | undefined {
  return Object.hasOwn(steps, stepId) ? steps[stepId] : undefined;
}

/** How often a retry action was taken in this visit of its step. */
export function retriesOf(record: StepRecord | undefined, action: string): number {
  const retries = record?.retries ?? {};
  return Object.hasOwn(retries, action) ? (retries[action] ?? 0) : 0;
}

/** Whether the step that began last repeats a call of the same visit, with the same tokens. */
export function isRepeated({
  lastStep,
  steps = {},
}: Partial<Pick<WorkflowContext, 'lastStep' | 'steps'>>): boolean {
  if (lastStep === undefined || !Object.hasOwn(steps, lastStep)) return false;
  return (steps[lastStep]?.attempt ?? 1) > 1;
}
