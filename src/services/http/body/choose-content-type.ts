import { likelyMediaType } from '../../../openapi/index.ts';
import type { MediaType } from '../../../openapi/index.ts';

/**
 * The media type of a body for which the document gives none: the operation's, JSON before others
 * (Arazzo 1.0.1, section 4.6.14). Without a description a text that is no JSON is plain text.
 */
export function chooseContentType(
  payload: unknown,
  mediaTypes: readonly MediaType[],
): string {
  const wanted = likelyMediaType(mediaTypes)?.contentType;
  if (wanted !== undefined && !wanted.includes('*')) return wanted;
  if (wanted?.startsWith('text/') === true) return 'text/plain';
  return typeof payload === 'string' && !isJsonText(payload)
    ? 'text/plain'
    : 'application/json';
}

/** Tells whether a text is a JSON document. */
export function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
