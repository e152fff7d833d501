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
