import { essenceOf, isJsonType } from '../../../openapi/index.ts';
import { isTextType, parameterOf } from '../body/media-type.ts';
import { toBase64 } from '../body/to-bytes.ts';
import type { OperationAnswer } from '../../service.ts';
import type { WireAnswer } from '../transport/transport.ts';
import { nestsDeeper } from './nests-deeper.ts';

/** What the body of an answer is, read as its media type says. */
export type ReadBody = Pick<OperationAnswer, 'body' | 'error'>;

/** Reads the body of the answer that came over the wire as its media type says. */
export function readBody({ headers, bytes }: WireAnswer): ReadBody {
  const contentType = headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined };
  const type = essenceOf(contentType);
  if (isJsonType(type)) return parseJsonBody(decode(bytes, contentType), type);
  if (isTextType(type)) return { body: decode(bytes, contentType) };
  const text = guess(bytes);
  return { body: type === '' ? (parseJson(text)?.value ?? text) : text };
}

function parseJsonBody(text: string, type: string): ReadBody {
  const parsed = parseJson(text);
  if (parsed !== undefined) return { body: parsed.value };
  return {
    body: text,
    error: {
      type: 'INVALID_JSON',
      message: `The answer calls itself ${type} and is not JSON, or is nested too deeply.`,
    },
  };
}

function decode(bytes: Uint8Array, contentType: string): string {
  return decoderFor(parameterOf(contentType, 'charset')).decode(bytes);
}

/** Base64 of what is no text. */
function guess(bytes: Uint8Array): string {
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
