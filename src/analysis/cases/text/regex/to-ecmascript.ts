import { toEscape } from './to-escape.ts';
import { createCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/**
 * A regular expression of RE2 as one of ECMAScript with the flag `v`, for its parser. Groups lose
 * their names and flags, which do not decide what a good text is.
 */
export function toEcmaScript(pattern: string): string {
  const cursor = createCursor(pattern);
  let result = '';
  while (!cursor.isAtEnd()) result += nextPart(cursor);
  return result;
}

const quoted = /\\Q(.*?)(?:\\E|$)/suy;
const classStart = /\[\^?/y;
const groupStart = /\(\?P?<[\w]+>/y;
const flagsGroup = /\(\?[imsU]*(?:-[imsU]+)?([:)])/y;
const repetition = /\{\d+(?:,\d*)?\}/y;
const syntax = /[\^$.*+?()|]/y;
const anything = /./suy;

function nextPart(cursor: Cursor): string {
  const quote = cursor.take(quoted);
  if (quote !== undefined) return Array.from(quote[1] ?? '', toLiteral).join('');
  const start = cursor.take(classStart);
  if (start !== undefined) return start[0] + classRest(cursor);
  if (cursor.take(groupStart) !== undefined) return '(';
  const flags = cursor.take(flagsGroup);
  if (flags !== undefined) return flags[1] === ':' ? '(?:' : '(?:)';
  const plain = cursor.take(repetition) ?? cursor.take(syntax);
  return plain?.[0] ?? toEscape(cursor) ?? literal(cursor);
}

const classEnd = /\]/y;
const posixClass = /\[:(\^?)(\w+):\]/y;
const rangeSign = /-(?!\])/y;

/** Up to the bracket that closes it. A bracket that opens is a character there. */
function classRest(cursor: Cursor): string {
  let result = '';
  while (cursor.take(classEnd) === undefined) {
    if (cursor.isAtEnd()) return result;
    const posix = cursor.take(posixClass);
    result += posix === undefined ? classItem(cursor) : toPosixClass(posix);
  }
  return `${result}]`;
}

function classItem(cursor: Cursor): string {
  const low = toEscape(cursor) ?? literal(cursor);
  // After a set such as \d it is a character.
  if (/^\\[dswp]/i.test(low) || cursor.take(rangeSign) === undefined) return low;
  return `${low}-${toEscape(cursor) ?? literal(cursor)}`;
}

const posixClasses = new Map([
  ['alnum', 'A-Za-z0-9'],
  ['alpha', 'A-Za-z'],
  ['ascii', String.raw`\u{0}-\u{7f}`],
  ['blank', String.raw`\t\u{20}`],
  ['cntrl', String.raw`\u{0}-\u{1f}\u{7f}`],
  ['digit', '0-9'],
  ['graph', String.raw`\u{21}-\u{7e}`],
  ['lower', 'a-z'],
  ['print', String.raw`\u{20}-\u{7e}`],
  ['punct', String.raw`\u{21}-\u{2f}\u{3a}-\u{40}\u{5b}-\u{60}\u{7b}-\u{7e}`],
  ['space', String.raw`\t\n\v\f\r\u{20}`],
  ['upper', 'A-Z'],
  ['word', String.raw`\w`],
  ['xdigit', '0-9A-Fa-f'],
]);

/** An empty class for a name that does not exist. */
function toPosixClass([, negation = '', name = '']: RegExpExecArray): string {
  return `[${negation}${posixClasses.get(name) ?? ''}]`;
}

function literal(cursor: Cursor): string {
  return toLiteral(cursor.take(anything)?.[0] ?? '');
}

/** A character that means itself everywhere. */
function toLiteral(character: string): string {
  if (/^\w?$/.test(character)) return character;
  return String.raw`\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;
}
