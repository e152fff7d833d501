import { fail } from '../parsed.ts';
import type { Literal, Scalar } from './condition.ts';
import { failHere, match, skipSpace } from './condition-reader.ts';
import type { ConditionReader } from './condition-reader.ts';

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const word = /(?:true|false|null)(?![\w.(])/y;

const bare = /^[A-Za-z_][\w-]*/;

const doubled = /'([^']*(?:''[^']*)*)'/y;
const escaped = /'([^'\\]*(?:\\.[^'\\]*)*)'/sy;
const double = /"([^"\\]*(?:\\.[^"\\]*)*)"/sy;

const words: Readonly<Record<string, boolean | null>> = {
  true: true,
  false: false,
  null: null,
};

const escapes = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads a string, a number, `true`, `false` or `null`. */
export function readLiteral(reader: ConditionReader): Literal {
  skipSpace(reader);
  const start = reader.at;
  const value = readScalar(reader);
  return { kind: 'literal', value, text: reader.text.slice(start, reader.at) };
}

/** The text that is meant by the inside of a string with backslashes in it. */
export function unescapeText(inner: string): string {
  return inner.replace(/\\(?:u([\da-fA-F]{4})|(.))/gs, (_, code?: string, char = '') =>
    code === undefined
      ? (escapes.get(String(char)) ?? String(char))
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Reads the value of a literal that is no list. */
export function readScalar(reader: ConditionReader): Scalar {
  skipSpace(reader);
  const first = reader.text[reader.at];
  if (first === "'") return readSingle(reader);
  if (first === '"') return readDouble(reader);
  const digits = match(reader, number)?.[0];
  if (digits !== undefined) return Number(digits);
  const name = match(reader, word)?.[0];
  if (name !== undefined) return words[name] ?? null;
  return failHere(reader, hintFor(bare.exec(reader.text.slice(reader.at))?.[0]));
}

/** Text or a name: only its author knows. */
function hintFor(found: string | undefined): string {
  return found === undefined
    ? "Write text in single quotation marks: 'text'."
    : `Write '${found}' if it is text; an expression begins with "$", for example $inputs.${found}.`;
}

function readSingle(reader: ConditionReader): string {
  const isDoubled = reader.strings.escape === 'doubled';
  const inner = match(reader, isDoubled ? doubled : escaped)?.[1];
  if (inner === undefined) return unterminated(reader);
  return isDoubled ? inner.replaceAll("''", "'") : unescapeText(inner);
}

function readDouble(reader: ConditionReader): string {
  const inner = match(reader, double)?.[1];
  if (inner === undefined) return unterminated(reader);
  const text = unescapeText(inner);
  const note = reader.strings.noteOnDouble?.(text);
  if (note !== undefined) reader.notes.push(note);
  return text;
}

function unterminated(reader: ConditionReader): never {
  fail('A string is not closed.', reader.at, 'Add the closing quotation mark.');
}
