import { OperationError } from '../../../diagnostics/index.ts';
import { essenceOf, isJsonType, isTextType, parameterOf } from '../body/media-type.ts';
import { toBase64 } from '../body/to-bytes.ts';
import type { OperationAnswer } from '../../service.ts';

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
  const [cookie] = headers.getSetCookie();
  const all = [...headers].filter(([name]) => name !== 'set-cookie');
  return Object.fromEntries(
    cookie === undefined ? all : [...all, ['set-cookie', cookie]],
  );
}

async function readBytes({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (body !== null) {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > maxBytes)
        throw new OperationError(
          'NO_ANSWER',
          `The body of the answer is larger than ${maxBytes} bytes.`,
        );
      chunks.push(chunk);
    }
  }
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
      message: `The answer calls itself ${essenceOf(contentType)} and is not JSON.`,
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

function decoderFor(charset = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
