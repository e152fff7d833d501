import { pointerTokens } from '../json-pointer.ts';
import type { Target } from './locate.ts';

type Span = [start: number, end: number];

/** A value of a JSON text, with its key when it is a member of an object. */
interface Member {
  readonly key?: Span;
  readonly start: number;
}

const tokenPattern = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/** The members or items of a value, by name or index. */
type Children = ReadonlyMap<string, Member>;

/**
 * Gives you what `locate` gives, for a text that is known to be faultless JSON: without a tree of
 * nodes, and reading the inside of a value only when something in it is looked for, and then once.
 */
export function createJsonLocator(text: string): (path: string, target: Target) => Span {
  const known = new Map<number, Children>();
  const childrenOf = (start: number): Children => {
    const children = known.get(start) ?? readChildren(text, start);
    known.set(start, children);
    return children;
  };
  return (path, target) => {
    let member: Member = { start: firstToken(text, 0)?.index ?? 0 };
    for (const name of pointerTokens(path)) {
      const child = childrenOf(member.start).get(name);
      if (child === undefined) return member.key ?? valueSpan(text, member.start);
      member = child;
    }
    const { key, start } = member;
    return target === 'key' && key !== undefined ? key : valueSpan(text, start);
  };
}

function readChildren(text: string, parent: number): Children {
  if (text[parent] === '{') return new Map(readProperties(text, parent));
  return text[parent] === '[' ? new Map(readItems(text, parent)) : new Map();
}

function* readProperties(text: string, parent: number): Generator<[string, Member]> {
  let key = firstToken(text, parent + 1);
  while (key?.[0].startsWith('"')) {
    const end = key.index + key[0].length;
    const colon = text.indexOf(':', end);
    const start = firstToken(text, colon + 1)?.index ?? end;
    yield [JSON.parse(key[0]) as string, { key: [key.index, end], start }];
    key = tokenAfterComma(text, start);
  }
}

function* readItems(text: string, parent: number): Generator<[string, Member]> {
  let item = firstToken(text, parent + 1);
  for (let index = 0; item !== undefined && item[0] !== ']'; index++) {
    yield [String(index), { start: item.index }];
    item = tokenAfterComma(text, item.index);
  }
}

/** The token behind the value at `start` and the comma that follows; none at the end. */
function tokenAfterComma(text: string, start: number): RegExpExecArray | undefined {
  const [, end] = valueSpan(text, start);
  const comma = firstToken(text, end);
  return comma?.[0] === ',' ? firstToken(text, comma.index + 1) : undefined;
}

function valueSpan(text: string, start: number): Span {
  const pattern = patternAt(start);
  let depth = 0;
  for (let token = pattern.exec(text); token !== null; token = pattern.exec(text)) {
    if (token[0] === '{' || token[0] === '[') depth += 1;
    if (token[0] === '}' || token[0] === ']') depth -= 1;
    if (depth === 0) return [start, pattern.lastIndex];
  }
  return [start, text.length];
}

function firstToken(text: string, offset: number): RegExpExecArray | undefined {
  return patternAt(offset).exec(text) ?? undefined;
}

function patternAt(offset: number): RegExp {
  const pattern = new RegExp(tokenPattern);
  pattern.lastIndex = offset;
  return pattern;
}
