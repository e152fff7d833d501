import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, YAMLMap } from 'yaml';
import { pointerTokens } from '../json-pointer.ts';
import { spanOf } from './span-of.ts';

/** What of a member to point at: its value, or its key. */
export type Target = 'value' | 'key';

/** A value in the text, with its key when it is a member of an object. */
interface Member {
  readonly key?: unknown;
  readonly node: unknown;
}

/**
 * Gives you where the value of a JSON Pointer stands in the text, as offsets. Of a value that does
 * not exist you get the key of its nearest parent that does, or that parent itself in an array.
 */
export function locate(
  document: Document.Parsed,
  path: string,
  target: Target,
): [start: number, end: number] {
  let member: Member = { node: document.contents };
  for (const token of pointerTokens(path)) {
    const child = childOf(resolveAlias(member.node, document), token, document);
    if (child === undefined) return spanOf(member.key ?? member.node);
    member = child;
  }
  const [start, end] = spanOf(member.node);
  // Behind `key:` without a value there is nothing to see.
  const pointsAtKey = target === 'key' || start === end;
  return pointsAtKey && member.key !== undefined ? spanOf(member.key) : [start, end];
}

function childOf(
  parent: unknown,
  token: string,
  document: Document.Parsed,
): Member | undefined {
  if (isSeq(parent)) {
    const index = parent.items.findIndex((_, each) => String(each) === token);
    return index < 0 ? undefined : { node: parent.items[index] };
  }
  for (const map of withMerged(parent, document)) {
    const pair = map.items.findLast(({ key }) => isScalar(key) && key.value === token);
    if (pair !== undefined) return { key: pair.key, node: pair.value };
  }
  return undefined;
}

/** A map and those merged into it, each once: merges may lead in circles and on many ways to one. */
function withMerged(parent: unknown, document: Document.Parsed): ReadonlySet<YAMLMap> {
  const found = new Set<YAMLMap>();
  const visit = (node: unknown): void => {
    if (!isMap(node) || found.has(node)) return;
    found.add(node);
    mergedInto(node, document).forEach(visit);
  };
  visit(parent);
  return found;
}

function mergedInto(map: YAMLMap, document: Document.Parsed): unknown[] {
  const merges = map.items.filter(({ key }) => isScalar(key) && key.value === '<<');
  return merges.flatMap(({ value }) => {
    const source = resolveAlias(value, document);
    const sources = isSeq(source) ? source.items : [source];
    return sources.map((each) => resolveAlias(each, document));
  });
}

function resolveAlias(node: unknown, document: Document.Parsed): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}
