/**
 * Milliseconds that a `Retry-After` header asks to wait: seconds, or a date (RFC 9110, section
 * 10.2.3). `undefined` when there is none or it is neither. A service may hand over what is no text.
 */
export function parseRetryAfter(header: unknown, now: number): number | undefined {
  if (typeof header !== 'string' && typeof header !== 'number') return undefined;
  const text = String(header).trim();
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text) * 1000;
  const date = /[a-z]/iu.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
