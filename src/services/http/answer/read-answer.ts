import { essenceOf, isJsonType } from '../../../openapi/index.ts';
import { isTextType, parameterOf } from '../body/media-type.ts';
import { toBase64 } from '../body/to-bytes.ts';
import type { OperationAnswer } from '../../service.ts';
import type { WireAnswer } from '../transport/transport.ts';
import { nestsDeeper } from './nests-deeper.ts';

/** The answer that came over the wire, its body read as its media type says. */
export function readAnswer({
  statusCode,
  headers,
  bytes,
}: WireAnswer): Pick<OperationAnswer, 'statusCode' | 'headers' | 'body' | 'error'> {
  return { statusCode, headers, ...parseBody(bytes, headers['content-type'] ?? '') };
}

function parseBody(
  bytes: Uint8Array,
  contentType: string,
): Pick<OperationAnswer, 'body' | 'error'> {
  if (bytes.length === 0) return { body: undefined };
  const text = decode(bytes, contentType);
  if (essenceOf(contentType) === '') return { body: parseJson(text)?.value ?? text };
  if (!isJsonType(contentType)) return { body: text };
  const parsed = parseJson(text);
  if (parsed !== undefined) return { body: parsed.value };
  return {
    body: text,
    error: {
      type: 'INVALID_JSON',
      message: `The answer calls itself ${essenceOf(contentType)} and is not JSON, or is nested too deeply.`,
    },
  };
}

/** Base64 of what is no text. */
function decode(bytes: Uint8Array, contentType: string): string {
  const isText = isTextType(contentType) || isJsonType(contentType);
  if (isText) return decoderFor(parameterOf(contentType, 'charset')).decode(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? toBase64(bytes) : text;
  } catch {
    return toBase64(bytes);
  }
}

const utf8 = new TextDecoder();

function decoderFor(charset?: string): TextDecoder {
  if (charset === undefined) return utf8;
  try {
    return new TextDecoder(charset);
  } catch {
    return utf8;
  }
}

/** What is nested deeper cannot be stored or printed: everything that walks it runs out of stack. */
const deepestNesting = 500;

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    const mayBeDeep = text.length > 2 * deepestNesting;
    return mayBeDeep && nestsDeeper(value, deepestNesting) ? undefined : { value };
  } catch {
    return undefined;
  }
}
