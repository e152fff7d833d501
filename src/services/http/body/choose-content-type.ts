import type { MediaType } from '../../../openapi/index.ts';
import { essenceOf, isJsonType } from './media-type.ts';

/**
 * The media type of a body for which the document gives none: the operation's, JSON before others
 * (Arazzo 1.0.1, section 4.6.14). Without a description a text that is no JSON is plain text.
 */
export function chooseContentType(
  payload: unknown,
  mediaTypes: readonly MediaType[],
): string {
  const types = mediaTypes.map(({ contentType }) => contentType);
  const wanted =
    types.find((type) => essenceOf(type) === 'application/json') ??
    types.find(isJsonType) ??
    types.find(isForm) ??
    types[0];
  if (wanted !== undefined && !wanted.includes('*')) return wanted;
  if (wanted?.startsWith('text/') === true) return 'text/plain';
  return typeof payload === 'string' && !isJsonText(payload)
    ? 'text/plain'
    : 'application/json';
}

function isForm(type: string): boolean {
  return /form/u.test(essenceOf(type));
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

/** What the description says about a body in a media type; ranges count last. */
export function findMediaType(
  mediaTypes: readonly MediaType[],
  contentType: string,
): MediaType | undefined {
  const essence = essenceOf(contentType);
  return (
    mediaTypes.find((each) => essenceOf(each.contentType) === essence) ??
    mediaTypes.find((each) => matchesRange(essenceOf(each.contentType), essence))
  );
}

function matchesRange(range: string, essence: string): boolean {
  if (range === '*/*') return true;
  return range.endsWith('/*') && essence.startsWith(range.slice(0, -1));
}
