import type { JsonSchema } from '../../../openapi/index.ts';
import { refuse } from '../refuse.ts';
import { propertyOf } from './property-of.ts';

/** A file that is sent. */
export interface FileContent {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly filename?: string;
  readonly contentType?: string;
}

/**
 * The bytes that a value of a document stands for; `undefined` when it stands for none.
 *
 * A text is its bytes in UTF-8, unless it is a `data:` URL or its schema says that it is base64. An
 * object says what it is: `{ base64 }` or `{ text }`, with `filename` and `contentType` at will.
 */
export function toBytes(
  value: unknown,
  schema: JsonSchema | undefined,
): FileContent | undefined {
  if (typeof value === 'string') return fromText(value, schema);
  if (typeof value !== 'object' || value === null) return undefined;
  const { base64, text, filename, contentType } = value as Record<string, unknown>;
  const described = {
    ...(typeof filename === 'string' ? { filename } : {}),
    ...(typeof contentType === 'string' ? { contentType } : {}),
  };
  if (typeof base64 === 'string') return { bytes: fromBase64(base64), ...described };
  return typeof text === 'string' ? { bytes: utf8(text), ...described } : undefined;
}

function fromText(text: string, schema: JsonSchema | undefined): FileContent {
  const url = /^data:([^,]*?)(;base64)?,(.*)$/su.exec(text);
  if (url?.[3] !== undefined && url[2] !== undefined) {
    const bytes = fromBase64(url[3]);
    return url[1] === '' || url[1] === undefined
      ? { bytes }
      : { bytes, contentType: url[1] };
  }
  const followed = propertyOf(schema);
  const isBase64 =
    followed?.['contentEncoding'] === 'base64' || followed?.['format'] === 'byte';
  return { bytes: isBase64 ? fromBase64(text) : utf8(text) };
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = text.replaceAll(/\s/gu, '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
  } catch {
    return refuse('A part of the body should be base64 and is not.');
  }
}

const chunk = 0x80_00;

/** The base64 of bytes. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += chunk)
    parts.push(String.fromCharCode(...bytes.subarray(start, start + chunk)));
  return btoa(parts.join(''));
}
