import { toIdempotencyToken } from './idempotency-token.ts';
import { stepRecord } from './step-record.ts';
import type { WorkflowContext } from './types.ts';

/** The idempotency token of a step's call, the same for every attempt of this visit. */
export function tokenOf(context: WorkflowContext, stepId: string): string {
  const visits = stepRecord(context, stepId)?.visits ?? 1;
  return toIdempotencyToken(context.runId, stepId, visits);
}
