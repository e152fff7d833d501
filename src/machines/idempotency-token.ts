import { parse as bytesOf, v5 as uuidFromName } from 'uuid';

/** Namespace of our tokens, so that they meet no other name-based UUIDs. */
const namespace = bytesOf('5e2b4a5c-6f0e-4f57-9d39-0b1c3f5f7a61');

/**
 * What services take as a token (HealthLake's pattern is the narrowest that is known), and what cannot
 * be read in two ways: a run id that is a UUID has an end.
 */
const usable = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}-[\da-zA-Z-]{1,27}$/u;

/**
 * The idempotency token of one visit of a step: derived from the run, the step and the visit, so that
 * it is there before the call and the same after a retry, a restart or a crash. It names what it is
 * derived from, so that people find the run in the logs of the service; what does not fit is hashed.
 */
export function toIdempotencyToken(runId: string, stepId: string, visit: number): string {
  const token = `${runId}-${stepId}-${visit}`;
  return usable.test(token)
    ? token
    : uuidFromName(JSON.stringify([runId, stepId, visit]), namespace);
}

/** The id of a run that is a part of another: derived like a token, so that it is the same again. */
export function toRunId(...parts: readonly (string | number)[]): string {
  return uuidFromName(JSON.stringify(parts), namespace);
}
