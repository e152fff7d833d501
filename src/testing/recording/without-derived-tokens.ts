import type { Json } from '../../arazzo-import/document.ts';

/**
 * A copy of the body of a request without the idempotency tokens that are derived from the run and the
 * step: they say nothing about the document.
 */
export function withoutDerivedTokens(body: Json, stepId: string): Json {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => !isDerivedToken(value, stepId)),
  );
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-([\da-f])[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/u;
const uuidLength = 36;

/** `<uuid of the run>-<step>-<visit>`, or its hash: a UUID of a name. */
function isDerivedToken(value: Json, stepId: string): boolean {
  if (typeof value !== 'string') return false;
  const version = uuid.exec(value)?.[1];
  const rest = value.slice(uuidLength);
  if (rest === '') return version === '5';
  const start = `-${stepId}-`;
  return (
    version !== undefined &&
    rest.startsWith(start) &&
    /^\d+$/u.test(rest.slice(start.length))
  );
}
