import type { Parsed } from '../parsed.ts';
import type { QuerySegment } from './query-segment.ts';

/** A language that needs a library of its own. */
export type EngineName = 'jsonpath' | 'regex' | 'xpath';

/** A regular expression, ready to be tried. */
export interface CompiledRegex {
  /** Tells whether the expression matches somewhere in the text. */
  test(text: string): boolean;
  /** The text with every match replaced; `$1` in the replacement is the first group. */
  replaceAll(text: string, replacement: string): string;
  /** What stands between the matches. */
  split(text: string): readonly string[];
}

/** Compiles regular expressions. */
export interface RegexEngine {
  compile(pattern: string, flags: string): Parsed<CompiledRegex>;
}

/** A node that a JSONPath query selects. */
export interface SelectedNode {
  readonly value: unknown;
  /** The keys that lead to it from the root. */
  readonly keys: readonly (string | number)[];
}

/** A JSONPath query, ready to be asked. */
export interface CompiledQuery {
  /** The value of the first node that the query selects; `undefined` when it selects none. */
  first(root: unknown): { readonly value: unknown } | undefined;
  /** Every node that the query selects, in its order. */
  all(root: unknown): readonly SelectedNode[];
  /** The query as data, for those who want to know what it demands. */
  describe(): readonly QuerySegment[];
}

/** Compiles JSONPath queries (RFC 9535). */
export interface JsonPathEngine {
  compile(query: string): Parsed<CompiledQuery>;
}

/** An XPath expression, ready to be asked of XML texts. */
export interface CompiledXPath {
  /**
   * The effective boolean value.
   *
   * @throws XPathError when the text is no XML or the expression cannot be evaluated in it
   */
  test(xml: string): boolean;
  /**
   * What the expression selects: the text of nodes, and other values as they are.
   *
   * @throws XPathError as `test` does
   */
  select(xml: string): readonly unknown[];
  /**
   * The XML with the text of every selected node replaced, and how many those are.
   *
   * @throws XPathError as `test` does
   */
  replace(xml: string, text: string): { readonly xml: string; readonly count: number };
}

/** Compiles XPath expressions, all as version 3.1. */
export interface XPathEngine {
  compile(expression: string): Parsed<CompiledXPath>;
}

/** The engines at hand; {@link loadEngines} fetches them. */
export interface Engines {
  readonly jsonpath?: JsonPathEngine;
  readonly regex?: RegexEngine;
  readonly xpath?: XPathEngine;
}
