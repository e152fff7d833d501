import type { Parameter } from '../document.ts';
import type { CalledOperation } from './called-operation.ts';

type Named = Pick<Parameter, 'name' | 'in'>;

/** Nothing is declared there, or what is wrong is told otherwise. */
const unchecked: ReadonlySet<string> = new Set(['cookie', 'querystring', 'channel']);

/**
 * Whether a parameter needs no declaration: cookies, a whole query, headers that HTTP itself or those on the way
 * define, and whatever carries credentials.
 */
export function isExempt(
  { name, in: place }: Named,
  { description }: CalledOperation,
): boolean {
  if (place === undefined || unchecked.has(place)) return true;
  const lower = name.toLowerCase();
  if (place === 'header' && (commonHeaders.has(lower) || commonPrefix.test(lower)))
    return true;
  const schemes = Object.values(description.securitySchemes);
  return schemes.some(
    (scheme) => scheme.type === 'apiKey' && scheme.name.toLowerCase() === lower,
  );
}

/** A description that says nothing about credentials has forgotten them. */
export function seemsCredential(
  { name, in: place }: Named,
  { description }: CalledOperation,
): boolean {
  if (place === 'path' || Object.keys(description.securitySchemes).length > 0)
    return false;
  return /api[-_]?key|token|auth|secret|signature|credential/iu.test(name);
}

const commonHeaders: ReadonlySet<string> = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'authorization',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'cookie',
  'date',
  'digest',
  'dpop',
  'forwarded',
  'from',
  'host',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-unmodified-since',
  'origin',
  'prefer',
  'priority',
  'range',
  'referer',
  'traceparent',
  'tracestate',
  'user-agent',
  'x-http-method-override',
  'x-idempotency-key',
  'x-requested-with',
]);

const commonPrefix =
  /^(?:x-amzn?-|x-b3-|x-forwarded-|x-(?:request|correlation|trace)-?id)/u;
