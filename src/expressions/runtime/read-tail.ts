import { formatPointer, parsePointer } from '../json-pointer.ts';
import type { Key } from '../own-value.ts';
import { fail, take } from '../parsed.ts';
import type { Note, NoteCode } from '../parsed.ts';

/** The text being read, and what is found odd about it on the way. */
export interface Source {
  readonly text: string;
  readonly notes: Note[];
}

/** A name and what follows it. */
export interface Tail {
  readonly name: string;
  readonly path: readonly Key[];
  readonly pointer: readonly string[];
}

/** Nobody writes more; the search for keys that hold dots is quadratic in it. */
const maxPathLength = 64;

/** What cannot be part of a name: what ends an expression, or would make it ambiguous. */
const notInName = /[\s{}[\]#"'`$,;()=<>!&|\\]/;

const segment = /\.([^.[#]+)|\[(?:(\d+)|'([^']*)'|"([^"]*)")\]/y;

/** Reads `name.more[0]#/pointer`. `what` says, in words, what the name is the name of. */
export function readTail(source: Source, from: number, what: string): Tail {
  const end = indexOfAny(source.text, '[#', from);
  const name = source.text.slice(from, end);
  checkName(source, name, from, what);
  const rest = parseNavigation(source, end);
  const [first = '', ...more] = name.split('.');
  if (more.length > maxPathLength) fail('The path is too long.', from);
  noteNavigation(source, from + first.length, [...more, ...rest.path], rest.pointer);
  return { name, ...rest };
}

/** Reads `.more[0]#/pointer`, all of it optional. */
export function readNavigation(source: Source, from: number): Omit<Tail, 'name'> {
  const navigation = parseNavigation(source, from);
  noteNavigation(source, from, navigation.path, navigation.pointer);
  return navigation;
}

/** Refuses a name that is empty, has an empty part or holds what no name holds. */
export function checkName(
  source: Source,
  name: string,
  from: number,
  what: string,
): void {
  if (name === '') fail(`"${source.text}" names no ${what}.`, from);
  const bad = name.search(notInName);
  if (bad >= 0) fail(`The name of the ${what} cannot hold "${name[bad]}".`, from + bad);
  if (name.split('.').includes('')) {
    fail(`"${source.text}" has a dot with nothing after or before it.`, from);
  }
}

/** Writes down a lenient reading. */
export function addNote(
  source: Source,
  code: NoteCode,
  message: string,
  hint: string,
): void {
  source.notes.push({ code, message, hint });
}

function parseNavigation(source: Source, from: number): Omit<Tail, 'name'> {
  const hash = source.text.indexOf('#', from);
  const path = readPath(source, from, hash < 0 ? source.text.length : hash);
  return { path, pointer: hash < 0 ? [] : readPointer(source, hash + 1) };
}

function readPath(source: Source, from: number, end: number): Key[] {
  const { text } = source;
  const path: Key[] = [];
  for (let at = from; at < end; at = segment.lastIndex) {
    segment.lastIndex = at;
    const match = segment.exec(text);
    if (match === null) fail(`Cannot read "${text.slice(at, end)}" in "${text}".`, at);
    if (path.length === maxPathLength) fail('The path is too long.', at);
    const [, name, index, single, double] = match;
    path.push(index === undefined ? (name ?? single ?? double ?? '') : Number(index));
    if (name !== undefined) checkName(source, name, at + 1, 'member');
  }
  return path;
}

function readPointer(source: Source, from: number): readonly string[] {
  const pointer = source.text.slice(from);
  const brace = pointer.search(/[{}]/);
  if (brace >= 0) {
    fail('A JSON Pointer in an expression cannot hold braces.', from + brace);
  }
  return take(parsePointer(addSlash(source, pointer, from)), source.notes, from);
}

/** `#id` is no pointer and can mean only one. */
function addSlash(source: Source, pointer: string, from: number): string {
  if (!/^[A-Za-z_][\w-]*(?:\/|$)/.test(pointer)) return pointer;
  addNote(
    source,
    'POINTER_WITHOUT_SLASH',
    `The JSON Pointer "${pointer}" does not begin with "/".`,
    `Write "${source.text.slice(0, from)}/${pointer}".`,
  );
  return `/${pointer}`;
}

function noteNavigation(
  source: Source,
  from: number,
  path: readonly Key[],
  pointer: readonly string[],
): void {
  if (path.length === 0) return;
  const { text } = source;
  addNote(
    source,
    'DOTTED_NAVIGATION',
    `"${text}" goes into a value with dots or brackets.`,
    `Write "${text.slice(0, from)}#${formatPointer([...path, ...pointer])}".`,
  );
}

function indexOfAny(text: string, characters: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (characters.includes(text.charAt(at))) return at;
  }
  return text.length;
}
