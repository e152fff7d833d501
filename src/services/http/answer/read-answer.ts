import { OperationError } from '../../../diagnostics/index.ts';
import { essenceOf, isJsonType } from '../../../openapi/index.ts';
import { isTextType, parameterOf } from '../body/media-type.ts';
import { toBase64 } from '../body/to-bytes.ts';
import type { OperationAnswer } from '../../service.ts';
import { nestsDeeper } from './nests-deeper.ts';

/** Reads a response to its end. */
export async function readAnswer(
  response: Response,
  maxBytes: number,
): Promise<Pick<OperationAnswer, 'statusCode' | 'headers' | 'body' | 'error'>> {
  const bytes = await readBytes(response, maxBytes);
  return {
    statusCode: response.status,
    headers: headersOf(response),
    ...parseBody(bytes, response.headers.get('content-type') ?? ''),
  };
}

/** `Set-Cookie` is the one header whose values cannot be joined; the first counts. */
function headersOf({ headers }: Response): Record<string, string> {
  const values = Object.fromEntries(headers);
  const [cookie] = headers.has('set-cookie') ? headers.getSetCookie() : [];
  return cookie === undefined ? values : { ...values, 'set-cookie': cookie };
}

/** With a reader, because the iterator of a stream takes three times as long. */
async function readBytes({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, size);
    size += value.length;
    if (size > maxBytes) break;
    chunks.push(value);
  }
  reader.cancel().catch(() => {});
  throw new OperationError(
    'NO_ANSWER',
    `The body of the answer is larger than ${maxBytes} bytes.`,
  );
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
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
