import { parse as bytesOf, v5 as uuidFromName } from 'uuid';

/** Namespace of our tokens, so that they meet no other name-based UUIDs. */
const namespace = bytesOf('5e2b4a5c-6f0e-4f57-9d39-0b1c3f5f7a61');

/**
 * The idempotency token of one visit of a step: a UUID derived from the run, the step and the visit,
 * so that it is there before the call and the same after a retry, a restart or a crash.
 */
export function toIdempotencyToken(runId: string, stepId: string, visit: number): string {
  return uuidFromName(JSON.stringify([runId, stepId, visit]), namespace);
}
