import type { Parsed } from '../parsed.ts';
import type { QuerySegment } from './query-segment.ts';

/** A language that needs a library of its own. */
export type EngineName = 'jsonpath' | 'regex';

/** A regular expression, ready to be tried. */
export interface CompiledRegex {
  /** Tells whether the expression matches somewhere in the text. */
  test(text: string): boolean;
}

/** Compiles regular expressions. */
export interface RegexEngine {
  compile(pattern: string, flags: string): Parsed<CompiledRegex>;
}

/** A JSONPath query, ready to be asked. */
export interface CompiledQuery {
  /** The value of the first node that the query selects; `undefined` when it selects none. */
  first(root: unknown): { readonly value: unknown } | undefined;
  /** The query as data, for those who want to know what it demands. */
  describe(): readonly QuerySegment[];
}

/** Compiles JSONPath queries (RFC 9535). */
export interface JsonPathEngine {
  compile(query: string): Parsed<CompiledQuery>;
}

/** The engines at hand; {@link loadEngines} fetches them. */
export interface Engines {
  readonly jsonpath?: JsonPathEngine;
  readonly regex?: RegexEngine;
}
