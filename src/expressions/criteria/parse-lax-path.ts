import type { Key } from '../own-value.ts';
import type { Literal, Operand } from './condition.ts';
import { accept, failHere, match, skipSpace } from './condition-reader.ts';
import type { ConditionReader } from './condition-reader.ts';
import type { LaxPath } from './lax-path.ts';
import { readList } from './read-list.ts';
import { unescapeText } from './read-literal.ts';

const name = /\.([\w$\-\u0080-\uffff]+)(?![\w$\-\u0080-\uffff(])/y;
const lengthCall = /\.(?:length|size)\(\s*\)/y;
const several = /\.(?:\*|\.(?:\*|[\w$\-\u0080-\uffff]+|(?=\[)))/y;
const index = /\[\s*(-?\d+)\s*\]/y;
const quotedName =
  /\[\s*(?:'([^'\\]*(?:\\.[^'\\]*)*)'|"([^"\\]*(?:\\.[^"\\]*)*)")\s*\]/sy;
const lengthOfPath = /length\(\s*(?=\$)/y;

/** Reads `$.a.b`, `$.a.length`, `length($.a)` or `['a', 'b']`; leaves everything else. */
export function readLaxOperand(
  reader: ConditionReader,
): Operand<LaxPath> | Literal | undefined {
  skipSpace(reader);
  const start = reader.at;
  const next = reader.text[start];
  if (next === '[') return readList(reader);
  const isCall = match(reader, lengthOfPath) !== undefined;
  if (!isCall && next !== '$') return undefined;
  const path = readPath(reader);
  if (isCall && !accept(reader, ')')) failHere(reader, 'Close the parenthesis.');
  const operand: LaxPath = isCall ? { ...path, length: 'function' } : path;
  return { kind: 'operand', operand, text: reader.text.slice(start, reader.at) };
}

function readPath(reader: ConditionReader): LaxPath {
  const start = reader.at;
  reader.at++;
  const keys: (Key | undefined)[] = [];
  let end = reader.at;
  for (let key = readKey(reader); key !== 'end'; key = readKey(reader)) {
    keys.push(key.key);
    end = reader.at;
  }
  const isCall = match(reader, lengthCall) !== undefined;
  const isMember =
    !isCall && keys.at(-1) === 'length' && reader.text.endsWith('.length', end);
  if (isMember) keys.pop();
  const stop = isMember ? end - '.length'.length : end;
  const query = reader.text.slice(start, stop);
  return {
    query,
    ...(keys.every((key) => key !== undefined) && { keys }),
    ...(isCall && { length: 'function' }),
    ...(isMember && { length: 'member' }),
  };
}

/** One step of a path; its key is `undefined` when it can lead to several nodes. */
function readKey(reader: ConditionReader): { readonly key: Key | undefined } | 'end' {
  const word = match(reader, name)?.[1];
  if (word !== undefined) return { key: word };
  const digits = match(reader, index)?.[1];
  if (digits !== undefined) return { key: Number(digits) };
  const quoted = match(reader, quotedName);
  if (quoted !== undefined) return { key: unescapeText(quoted[1] ?? quoted[2] ?? '') };
  if (match(reader, several) !== undefined) return { key: undefined };
  if (reader.text[reader.at] !== '[') return 'end';
  skipBrackets(reader);
  return { key: undefined };
}

/** Passes over `[…]` with whatever is in it; the query engine reads that. */
function skipBrackets(reader: ConditionReader): void {
  const token = /'[^'\\]*(?:\\.[^'\\]*)*'|"[^"\\]*(?:\\.[^"\\]*)*"|[^'"]/sy;
  let depth = 0;
  do {
    const found = match(reader, token)?.[0];
    if (found === undefined) failHere(reader, 'Close the bracket.');
    if (found === '[') depth++;
    if (found === ']') depth--;
  } while (depth > 0);
}
