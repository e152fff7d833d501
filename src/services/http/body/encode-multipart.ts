import { isJsonType } from '../../../openapi/index.ts';
import type { JsonSchema, MediaType } from '../../../openapi/index.ts';
import { refuse } from '../refuse.ts';
import { toText } from '../request/serialise.ts';
import type { EncodedBody } from './encode-body.ts';
import { isTextType, parameterOf } from './media-type.ts';
import { propertyOf } from './property-of.ts';
import { toBytes, utf8 } from './to-bytes.ts';

/** A multipart body before it is written. */
export interface MultipartOptions {
  readonly contentType: string;
  readonly payload: unknown;
  readonly declared: MediaType | undefined;
}

interface Part {
  readonly name: string;
  readonly filename?: string;
  readonly contentType?: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Writes `multipart/form-data` of an object. A text is the body itself, if its boundary is given. */
export function encodeMultipart({
  contentType,
  payload,
  declared,
}: MultipartOptions): EncodedBody {
  const given = parameterOf(contentType, 'boundary');
  if (typeof payload === 'string' && given !== undefined)
    return { contentType, content: payload };
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    return refuse('A multipart body is made of an object.');
  const parts = Object.entries(payload).flatMap(([name, value]) =>
    toParts(name, value, declared),
  );
  const boundary = given ?? `part-${crypto.randomUUID()}`;
  return {
    contentType:
      given === undefined ? `${contentType}; boundary=${boundary}` : contentType,
    content: join(parts, boundary),
  };
}

/** Each item of a list is a part of its own. */
function toParts(
  name: string,
  value: unknown,
  declared: MediaType | undefined,
): readonly Part[] {
  if (value === null || value === undefined) return [];
  const schema = propertyOf(declared?.schema(), name);
  const wanted = declared?.encoding[name]?.contentType?.split(',', 1)[0]?.trim();
  if (!Array.isArray(value)) return [toPart(name, value, { schema, wanted })];
  const items = asSchema(schema?.['items']);
  return value.map((item: unknown) => toPart(name, item, { schema: items, wanted }));
}

interface PartTraits {
  readonly schema: JsonSchema | undefined;
  readonly wanted: string | undefined;
}

function toPart(name: string, value: unknown, { schema, wanted }: PartTraits): Part {
  if (isFile(value, schema, wanted)) {
    const file = toBytes(value, schema);
    if (file !== undefined) {
      const contentType =
        file.contentType ?? concrete(wanted) ?? 'application/octet-stream';
      return { name, filename: name, ...file, contentType };
    }
  }
  const isStructure = typeof value === 'object';
  const contentType = concrete(wanted) ?? (isStructure ? 'application/json' : undefined);
  const text =
    isStructure ||
    (wanted !== undefined && isJsonType(wanted) && typeof value !== 'string')
      ? JSON.stringify(value)
      : toText(value);
  return {
    name,
    bytes: utf8(text),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

function concrete(type: string | undefined): string | undefined {
  return type?.includes('*') === true ? undefined : type;
}

/** What the description calls binary, and what calls itself a file. */
function isFile(
  value: unknown,
  schema: JsonSchema | undefined,
  wanted: string | undefined,
): boolean {
  if (typeof value === 'object' && value !== null && 'filename' in value) return true;
  if (wanted !== undefined) return !isJsonType(wanted) && !isTextType(wanted);
  const followed = propertyOf(schema);
  return (
    followed?.['format'] === 'binary' ||
    'contentMediaType' in (followed ?? {}) ||
    'contentEncoding' in (followed ?? {})
  );
}

function asSchema(value: unknown): JsonSchema | undefined {
  return typeof value === 'object' && value !== null ? (value as JsonSchema) : undefined;
}

function join(parts: readonly Part[], boundary: string): Uint8Array<ArrayBuffer> {
  const pieces = parts.flatMap((part) => [
    utf8(headOf(part, boundary)),
    part.bytes,
    utf8('\r\n'),
  ]);
  pieces.push(utf8(`--${boundary}--\r\n`));
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

function headOf({ name, filename, contentType }: Part, boundary: string): string {
  const file = filename === undefined ? '' : `; filename="${quote(filename)}"`;
  const type =
    contentType === undefined ? '' : `Content-Type: ${oneLine(contentType)}\r\n`;
  return `--${boundary}\r\nContent-Disposition: form-data; name="${quote(name)}"${file}\r\n${type}\r\n`;
}

/** As browsers do it (HTML, multipart/form-data encoding algorithm). */
function quote(name: string): string {
  return name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}

function oneLine(type: string): string {
  return /[\r\n]/u.test(type)
    ? refuse('The content type of a part has a line break.')
    : type;
}
