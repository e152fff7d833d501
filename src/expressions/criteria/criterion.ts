import type { CompiledQuery, CompiledRegex, CompiledXPath } from '../engines/engines.ts';
import type { SyntaxProblem } from '../parsed.ts';
import type { Expression } from '../runtime/expression.ts';
import type { Condition } from './condition.ts';
import type { LaxPath } from './lax-path.ts';
import type { Prepared } from './prepared.ts';

/** A Criterion Object as far as it is evaluated. */
export interface CriterionSource {
  readonly condition: string;
  /** A runtime expression; what the condition is about. Not used by `simple`. */
  readonly context?: string;
  readonly type: 'simple' | 'regex' | 'jsonpath' | 'xpath';
  /** Of the language of the condition. */
  readonly version?: string;
}

/** A criterion of type `simple`. */
export interface SimpleProgram {
  readonly type: 'simple';
  /** As the document writes it. */
  readonly condition: string;
  readonly ast: Condition<Expression>;
}

/** A criterion of type `regex`. */
export interface RegexProgram {
  readonly type: 'regex';
  /** As the document writes it. */
  readonly condition: string;
  readonly context: Expression;
  readonly regex: Prepared<CompiledRegex>;
}

/** A criterion of type `jsonpath`. */
export interface JsonPathProgram {
  readonly type: 'jsonpath';
  /** As the document writes it. */
  readonly condition: string;
  readonly context: Expression;
  readonly test: Prepared<JsonPathTest>;
}

/** What a JSONPath condition asks of its context. */
export type JsonPathTest = QueryTest | LaxTest;

/** A query of RFC 9535 that must select something. */
export interface QueryTest {
  readonly kind: 'query';
  readonly query: CompiledQuery;
  /** When the context is an object, the query is also tried on an array that holds it. */
  readonly alsoInArray: boolean;
}

/** A comparison of what paths lead to. */
export interface LaxTest {
  readonly kind: 'lax';
  readonly ast: Condition<LaxPath>;
  /** The queries that are more than a walk, by their text. */
  readonly queries: ReadonlyMap<string, CompiledQuery>;
}

/** A criterion of type `xpath`. */
export interface XPathProgram {
  readonly type: 'xpath';
  /** As the document writes it. */
  readonly condition: string;
  readonly context: Expression;
  readonly xpath: Prepared<CompiledXPath>;
}

/** A criterion that cannot be read: it never holds. */
export interface InvalidProgram {
  readonly type: 'invalid';
  /** As the document writes it. */
  readonly condition: string;
  readonly problem: SyntaxProblem;
}

/** A criterion, ready to be evaluated many times. */
export type CriterionProgram =
  SimpleProgram | RegexProgram | JsonPathProgram | XPathProgram | InvalidProgram;
