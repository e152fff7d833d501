import { needEngine } from '../criteria/need-engine.ts';
import { parseJsonPathQuery } from '../criteria/parse-jsonpath-query.ts';
import { parseXPath } from '../criteria/parse-xpath.ts';
import { prepare } from '../criteria/prepared.ts';
import type { Language, Prepared } from '../criteria/prepared.ts';
import type { CompiledQuery, CompiledXPath, Engines } from '../engines/engines.ts';
import { parsePointer } from '../json-pointer.ts';
import type { Parsed } from '../parsed.ts';
import type { SelectorLanguage } from './selector-language.ts';

/** A selector that was read, in its language. */
export type Selector =
  | { readonly type: 'jsonpointer'; readonly pointer: readonly string[] }
  | { readonly type: 'jsonpath'; readonly query: CompiledQuery }
  | { readonly type: 'xpath'; readonly xpath: CompiledXPath };

/**
 * A selector that was read once; `{$expressions}` in it are replaced before it is used.
 *
 * @throws ArazzoError `MISSING_ENGINE` when `engines` lacks one that `enginesForSelector` names
 */
export function compileSelector(
  text: string,
  language: SelectorLanguage,
  engines: Engines,
): Parsed<Prepared<Selector>> {
  return prepare(text, toLanguage(language, engines));
}

function toLanguage(
  { type, version }: SelectorLanguage,
  engines: Engines,
): Language<Selector> {
  if (type === 'jsonpointer') {
    const compile = (text: string): Parsed<Selector> =>
      map(parsePointer(text), (pointer) => ({ type, pointer }));
    return { compile, quotes: '' };
  }
  if (type === 'jsonpath') {
    needEngine(engines, 'jsonpath');
    const compile = (text: string): Parsed<Selector> =>
      map(parseJsonPathQuery(text, engines, version), (query) => ({ type, query }));
    return { compile, quotes: '\'"' };
  }
  const compile = (text: string): Parsed<Selector> =>
    map(parseXPath(text, version, engines), (xpath) => ({ type, xpath }));
  return { compile, quotes: '\'"', escape: 'doubled' };
}

function map<T, U>(parsed: Parsed<T>, to: (value: T) => U): Parsed<U> {
  return parsed.ok ? { ...parsed, value: to(parsed.value) } : parsed;
}
