import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Document, Node, YAMLMap } from 'yaml';
import type { Json, JsonObject } from '../document.ts';
import { isObject } from '../is-object.ts';
import { appendToken } from '../json-pointer.ts';
import { measure } from './measure.ts';
import { spanOf } from './span-of.ts';
import { maxDepth, tooDeep } from './text-problem.ts';
import type { TextProblem } from './text-problem.ts';

/** The value of a YAML document, and what was wrong on the way to it. */
export interface BuiltValue {
  readonly value: Json;
  readonly problems: readonly TextProblem[];
}

/** Aliases may add no more values than this: a few bytes could stand for terabytes. */
const maxAliasedValues = 100_000;

/**
 * Gives you the plain JSON value of the nodes. Every key becomes a property of its own, `__proto__`
 * too; a key that is written twice keeps its last value.
 */
export function buildValue(document: Document.Parsed): BuiltValue {
  const builder = new ValueBuilder();
  const value = builder.build(document.contents, '', 0);
  return { value, problems: builder.problems };
}

class ValueBuilder {
  readonly problems: TextProblem[] = [];
  readonly #anchors = new Map<string, Json>();
  #aliasedValues = 0;

  build(node: unknown, path: string, depth: number): Json {
    if (isAlias(node)) return this.#followAlias(node, path, depth);
    const value = this.#buildContent(node, path, depth);
    // Only now: an alias inside its own anchor would make a value without end.
    if (hasAnchor(node)) this.#anchors.set(node.anchor, value);
    return value;
  }

  #buildContent(node: unknown, path: string, depth: number): Json {
    if (isMap(node)) return this.#buildMap(node, path, depth);
    if (isSeq(node)) {
      return node.items.map((item, index) =>
        this.build(item, appendToken(path, index), depth + 1),
      );
    }
    return isScalar(node) ? toJson(node.value) : null;
  }

  #buildMap(map: YAMLMap, path: string, depth: number): JsonObject {
    const own = new Map<string, Json>();
    const merged: JsonObject[] = [];
    for (const { key, value } of map.items) {
      // A key that is no scalar was reported when the text was composed.
      if (!isScalar(key)) continue;
      const name = String(key.value);
      const childPath = appendToken(path, name);
      const child = this.build(value, childPath, depth + 1);
      const sources = isMergeKey(key) ? mergeSources(child) : [];
      if (sources.length > 0) {
        merged.push(...sources);
        continue;
      }
      if (own.has(name)) this.#reportDuplicate(key, name, childPath);
      own.set(name, child);
    }
    if (merged.length === 0) return Object.fromEntries(own);
    const inherited = merged.toReversed().flatMap((source) => Object.entries(source));
    return Object.fromEntries([...inherited, ...own]);
  }

  #followAlias(alias: Alias, path: string, depth: number): Json {
    const value = this.#anchors.get(alias.source);
    if (value === undefined) {
      this.#report(alias, path, `The alias *${alias.source} has no anchor before it.`);
      return null;
    }
    if (this.#aliasedValues > maxAliasedValues) return null;
    const { size, height } = measure(value);
    this.#aliasedValues += size;
    if (this.#aliasedValues > maxAliasedValues) {
      const message = `Aliases stand for more than ${maxAliasedValues} values.`;
      this.#report(alias, path, message);
      return null;
    }
    if (depth + height <= maxDepth) return value;
    this.problems.push(tooDeep(...spanOf(alias), path));
    return null;
  }

  #report(node: Node, path: string, message: string): void {
    const [start, end] = spanOf(node);
    this.problems.push({
      code: 'UNSUPPORTED_YAML',
      severity: 'error',
      message,
      start,
      end,
      path,
    });
  }

  #reportDuplicate(key: Node, name: string, path: string): void {
    const [start, end] = spanOf(key);
    this.problems.push({
      code: 'DUPLICATE_KEY',
      severity: 'error',
      message: `The key ${JSON.stringify(name)} is written twice in the same object.`,
      start,
      end,
      path,
      hint: 'Keep one of them.',
    });
  }
}

function hasAnchor(node: unknown): node is { anchor: string } {
  return (
    typeof node === 'object' && node !== null && 'anchor' in node && Boolean(node.anchor)
  );
}

/** The plain `<<` of YAML 1.1, which most documents with anchors rely on. */
function isMergeKey(key: { value: unknown; type?: string }): boolean {
  return key.value === '<<' && key.type === 'PLAIN';
}

/** The objects a merge key brings in; none when its value cannot be merged. */
function mergeSources(value: Json): readonly JsonObject[] {
  const sources: readonly Json[] = Array.isArray(value) ? value : [value];
  return sources.every(isObject) ? sources : [];
}

function toJson(scalar: unknown): Json {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof scalar);
  return isPlain ? (scalar as Json) : null;
}
