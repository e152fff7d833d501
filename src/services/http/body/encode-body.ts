import { essenceOf, findMediaType, isJsonType } from '../../../openapi/index.ts';
import type { MediaType } from '../../../openapi/index.ts';
import type { OperationRequest } from '../../service.ts';
import { refuse } from '../refuse.ts';
import { toText } from '../request/serialise.ts';
import { chooseContentType, isJsonText } from './choose-content-type.ts';
import { encodeForm } from './encode-form.ts';
import { encodeMultipart } from './encode-multipart.ts';
import { isTextType } from './media-type.ts';
import { propertyOf } from './property-of.ts';
import { toBytes } from './to-bytes.ts';

/** A body as it is sent. */
export interface EncodedBody {
  readonly contentType: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Writes the payload of a request in its media type. */
export function encodeBody(
  { contentType: given, payload }: NonNullable<OperationRequest['requestBody']>,
  mediaTypes: readonly MediaType[],
): EncodedBody {
  const contentType = given ?? chooseContentType(payload, mediaTypes);
  const essence = essenceOf(contentType);
  const declared = findMediaType(mediaTypes, contentType);
  if (isJsonType(contentType))
    return { contentType, content: encodeJson(payload, declared) };
  if (essence === 'application/x-www-form-urlencoded')
    return { contentType, content: encodeForm(payload, declared) };
  if (essence === 'multipart/form-data')
    return encodeMultipart({ contentType, payload, declared });
  if (isTextType(contentType))
    return { contentType, content: encodeText(payload, contentType) };
  return { contentType, content: encodeOther(payload, contentType, declared) };
}

/** A text that is JSON is the document itself: templates are evaluated to text. */
function encodeJson(payload: unknown, declared: MediaType | undefined): string {
  if (typeof payload !== 'string') return JSON.stringify(payload);
  if (propertyOf(declared?.schema())?.['type'] === 'string')
    return JSON.stringify(payload);
  if (isJsonText(payload)) return payload;
  if (/^\s*[{[]/u.test(payload)) return refuse('The body is not valid JSON.');
  return JSON.stringify(payload);
}

function encodeText(payload: unknown, contentType: string): string {
  if (typeof payload === 'object' && payload !== null)
    return refuse(`An object cannot be written as ${contentType}; give a text.`);
  return toText(payload);
}

function encodeOther(
  payload: unknown,
  contentType: string,
  declared: MediaType | undefined,
): Uint8Array<ArrayBuffer> {
  const file = toBytes(payload, declared?.schema());
  return (
    file?.bytes ??
    refuse(`The body cannot be written as ${contentType}; give a text or { base64 }.`)
  );
}
