import type { Json } from '../json.ts';
import type { Prepared } from '../criteria/prepared.ts';
import type { Selector } from '../selectors/compile-selector.ts';
import type { SelectorLanguage } from '../selectors/selector-language.ts';
import type { Expression } from '../runtime/expression.ts';

/** A value without any expression in it. */
export interface LiteralTemplate {
  readonly kind: 'literal';
  readonly value: Json;
}

/** A string that is one expression: the value keeps its type. */
export interface ExpressionTemplate {
  readonly kind: 'expression';
  readonly expression: Expression;
}

/** A string with expressions in braces in it: the value is a string. */
export interface TextTemplate {
  readonly kind: 'text';
  /** As the document writes it, with the braces that it left out. */
  readonly source: string;
  /** Literal text and expressions in turn. */
  readonly parts: readonly (string | Expression)[];
}

/** An array with an expression somewhere in it. */
export interface ArrayTemplate {
  readonly kind: 'array';
  readonly items: readonly Template[];
}

/** An object with an expression somewhere in it; keys are never expressions. */
export interface ObjectTemplate {
  readonly kind: 'object';
  readonly members: readonly (readonly [key: string, value: Template])[];
}

/** A Selector Object (Arazzo 1.1): the value is what it selects. */
export interface SelectorTemplate {
  readonly kind: 'selector';
  readonly context: Expression;
  /** As the document writes it. */
  readonly source: string;
  readonly language: SelectorLanguage;
  readonly selector: Prepared<Selector>;
}

/** Any JSON value of a document, read for the expressions in it. Plain JSON without selectors. */
export type Template =
  | LiteralTemplate
  | ExpressionTemplate
  | TextTemplate
  | ArrayTemplate
  | ObjectTemplate
  | SelectorTemplate;
