import type { Json } from '../document.ts';
import { Unusual } from './unusual.ts';

const comment = /^(?: *| +#.*)$/;
const doubleQuoted = /^"(?:[^"\\]|\\["\\/bfnrt])*"/;
const singleQuoted = /^'(?:[^']|'')*'/;
const words = /^\[ *([\w$./][\w$./-]*(?: *, *[\w$./][\w$./-]*)*) *\]/;
const ordinaryNumber = /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,8})\.\d{0,5}[1-9])$/;
/** What the core schema of YAML takes for a number, and a little more. */
const numberLike =
  /^(?:0[ox][\da-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|[-+]?\.inf|\.nan)$/i;
/** How numbers and constants begin. */
const maybeSpecial = /^[-+.\d~tfn]/i;
const constantLike = /^(?:true|false|null)$/i;
const constants = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['~', null],
]);

/** Where a choice is repeated more often than this, a regular expression may run out of stack. */
const longestChoice = 100_000;

/** Gives you the value that stands behind a key or a dash, all on its line. @throws Unusual */
export function plainScalar(text: string): Json {
  const [first = ''] = text;
  if (first === '"') return JSON.parse(head(text, doubleQuoted)) as string;
  if (first === "'") return head(text, singleQuoted).slice(1, -1).replaceAll("''", "'");
  if (text === '{}') return {};
  if (first === '[') return flowList(text);
  return resolve(plainText(text));
}

/** The beginning of a text, when nothing but a comment follows. */
function head(text: string, pattern: RegExp): string {
  if (text.length > longestChoice) throw new Unusual();
  const found = pattern.exec(text)?.[0];
  if (found === undefined || !comment.test(text.slice(found.length))) throw new Unusual();
  return found;
}

function flowList(text: string): Json {
  if (text === '[]') return [];
  head(text, words);
  const items = words.exec(text)?.[1] ?? '';
  return items.split(',').map((item) => resolve(item.trim()));
}

function plainText(text: string): string {
  const end = text.indexOf(' #');
  const plain = (end < 0 ? text : text.slice(0, end)).trimEnd();
  const isPlain = /^(?:[^-?:,[\]{}#&*!|>'"%@`\s]|-[\w$.])/.test(plain);
  if (!isPlain || /:(?: |$)/.test(plain)) throw new Unusual();
  return plain;
}

function resolve(plain: string): Json {
  if (!maybeSpecial.test(plain)) return plain;
  const constant = constants.get(plain);
  if (constant !== undefined) return constant;
  if (ordinaryNumber.test(plain)) return Number(plain);
  if (numberLike.test(plain) || constantLike.test(plain)) throw new Unusual();
  return plain;
}
