import type { Json } from '../../arazzo-import/document.ts';
import { isObject } from '../../arazzo-import/is-object.ts';
import { isJsonType } from '../../openapi/index.ts';

/**
 * A body with texts in the place of files and bytes, which services take as `{ filename, contentType,
 * text }` and `{ base64 }`: schemas call them strings. JSON has neither.
 */
export function withoutFiles(body: Json, contentType: string): Json {
  return isJsonType(contentType) ? body : replaceFiles(body);
}

function replaceFiles(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => replaceFiles(item));
  if (!isObject(value)) return value;
  const content = value['base64'] ?? value['text'];
  if (typeof content === 'string' && Object.keys(value).every((key) => ofFiles.has(key)))
    return content;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, replaceFiles(member)]),
  );
}

const ofFiles: ReadonlySet<string> = new Set([
  'filename',
  'contentType',
  'text',
  'base64',
]);
