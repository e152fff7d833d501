import type { Json } from '../document.ts';
import { plainScalar } from './plain-scalar.ts';
import { Unusual } from './unusual.ts';

/** Far less than the reader of all YAML allows. */
const maxDepth = 40;

/** Line breaks, and what every reader of YAML can print: no tabs, no other ends of lines. */
const unusualCharacter =
  /[^\n -~\u{a1}-\u{2027}\u{2030}-\u{d7ff}\u{e000}-\u{fefe}\u{ff00}-\u{fffd}\u{10000}-\u{10ffff}]/u;

const keyPattern = /^(?:([\w$/][\w$/.+-]*)|"([^"\\]*)"|'([^']*)'):(?: +|$)/;

/**
 * Gives you the value of a text in the YAML that nearly everybody writes, many times faster than
 * through nodes, and `undefined` for every other text, faultless or not: only block maps and lists,
 * values on one line, and blocks of text.
 */
export function readPlainYaml(text: string): Json | undefined {
  if (unusualCharacter.test(text)) return undefined;
  try {
    return new PlainYaml(text).read();
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}

const space = 0x20;

class PlainYaml {
  readonly #lines: string[];
  #at = 0;
  /** Of the line at {@link #at}; -1 behind the last one. */
  #indent = -1;
  #depth = 0;

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  read(): Json {
    this.#skip();
    if (/^--- *$/.test(this.#line())) this.#next();
    if (this.#indent !== 0) throw new Unusual();
    const value = this.#block(0);
    if (this.#indent >= 0) throw new Unusual();
    return value;
  }

  #line(): string {
    return this.#lines[this.#at] ?? '';
  }

  #next(): void {
    this.#at += 1;
    this.#skip();
  }

  /** Goes to the next line that is neither empty nor a comment. */
  #skip(): void {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const indent = indentOf(this.#line());
      if (indent < 0 || this.#line()[indent] === '#') continue;
      this.#indent = indent;
      return;
    }
    this.#indent = -1;
  }

  #block(indent: number): Json {
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new Unusual();
    const value = this.#isItem() ? this.#list(indent) : this.#map(indent);
    this.#depth -= 1;
    return value;
  }

  #isItem(): boolean {
    const line = this.#line();
    const next = line[this.#indent + 1];
    return line[this.#indent] === '-' && (next === ' ' || next === undefined);
  }

  #list(indent: number): Json {
    const items: Json[] = [];
    while (this.#indent === indent && this.#isItem()) {
      const line = this.#line();
      const offset = indentOf(line.slice(indent + 1));
      const rest = offset < 0 ? '' : line.slice(indent + 1 + offset);
      items.push(this.#item(indent, offset + 1, rest));
    }
    if (this.#indent > indent) throw new Unusual();
    return items;
  }

  #item(indent: number, offset: number, rest: string): Json {
    if (!keyPattern.test(rest) && !/^-(?: |$)/.test(rest))
      return this.#value(rest, indent, false);
    // What stands behind the dash is the first line of a block of its own.
    this.#lines[this.#at] = ' '.repeat(indent + offset) + rest;
    this.#indent = indent + offset;
    return this.#block(this.#indent);
  }

  #map(indent: number): Json {
    const members: Record<string, Json> = {};
    while (this.#indent === indent && !this.#isItem()) {
      const content = this.#line().slice(indent);
      const match = keyPattern.exec(content);
      const key = match?.[1] ?? match?.[2] ?? match?.[3];
      if (match === null || key === undefined || key.length > 500) throw new Unusual();
      if (key === '__proto__' || Object.hasOwn(members, key)) throw new Unusual();
      members[key] = this.#value(content.slice(match[0].length), indent, true);
    }
    if (this.#indent > indent) throw new Unusual();
    return members;
  }

  /** The value behind a key or a dash; the list of a key may stand as far to the left as the key. */
  #value(rest: string, indent: number, isMember: boolean): Json {
    const header = /^[|>]/.test(rest) ? /^(.)(-?)(?: *| +#.*)$/.exec(rest) : null;
    if (header !== null) return this.#text(header, indent);
    this.#next();
    if (rest !== '' && !rest.startsWith('#')) return plainScalar(rest.trimEnd());
    const isBelow = this.#indent === indent && isMember && this.#isItem();
    return this.#indent > indent || isBelow ? this.#block(this.#indent) : null;
  }

  /** A block of text: literal, or folded into one line. */
  #text([, style, chomping]: RegExpExecArray, indent: number): string {
    const begin = this.#at + 1;
    const inner = indentOf(this.#lines[begin] ?? '');
    if (inner <= indent) throw new Unusual();
    let end = begin;
    const lines: string[] = [];
    for (; end < this.#lines.length - 1; end += 1) {
      const line = this.#lines[end] ?? '';
      const own = indentOf(line);
      if (own < 0 ? line !== '' : own < inner) break;
      lines.push(line.slice(inner));
    }
    const text = joinLines(lines, style === '>') + (chomping === '-' ? '' : '\n');
    this.#at = end;
    this.#endText(indent);
    return text;
  }

  /** What follows must be clear of the text, comments too. */
  #endText(indent: number): void {
    if (indentOf(this.#line()) > indent) throw new Unusual();
    if (this.#line() !== '' && this.#line().trim() === '') throw new Unusual();
    this.#skip();
  }
}

/** How many spaces a line begins with; -1 when there is nothing else. */
function indentOf(line: string): number {
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) !== space) return at;
  return -1;
}

function joinLines(lines: readonly string[], folded: boolean): string {
  const text = lines.join('\n').replace(/\n+$/, '');
  if (!folded) return text;
  if (/\n\n|\n | \n| $|^ /.test(text)) throw new Unusual();
  return text.replaceAll('\n', ' ');
}
