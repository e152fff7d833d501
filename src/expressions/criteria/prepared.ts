import { problem } from '../parsed.ts';
import type { Note, Parsed } from '../parsed.ts';
import { evaluateExpression } from '../runtime/evaluate-expression.ts';
import type { Expression } from '../runtime/expression.ts';
import type { Scope } from '../scope.ts';
import { openQuote } from '../templates/open-quote.ts';
import { splitText } from '../templates/split-text.ts';
import { toText } from '../templates/to-text.ts';

/** How many texts one condition remembers in compiled form. */
const maxCompiled = 20;

/** A condition in another language: compiled once, or once for each text that its expressions give. */
export interface Prepared<T> {
  /** The expressions in the condition. */
  readonly expressions: readonly Expression[];
  /** The compiled condition, when there are no expressions in it. */
  readonly fixed?: T;
  /** The compiled condition; `undefined` when it cannot be compiled with these values. */
  at(scope: Scope): T | undefined;
}

/** What the text of a condition is made of and how it is compiled. */
export interface Language<T> {
  readonly compile: (text: string) => Parsed<T>;
  /** The quotation marks of the language; what is put between them is escaped. */
  readonly quotes: string;
  /** How a quotation mark is written inside a string. @default 'backslash' */
  readonly escape?: 'backslash' | 'doubled';
  /** How a value is written outside of quotation marks. @default as text */
  readonly toLiteral?: (value: unknown) => string;
}

/**
 * Compiles a condition. One with `{$expressions}` in it is compiled when they have values; now it
 * is tried with made-up ones, as far as they stand between quotation marks.
 */
export function prepare<T>(
  condition: string,
  language: Language<T>,
): Parsed<Prepared<T>> {
  const { parts, problems, notes } = splitText(condition);
  const [unreadable] = problems;
  if (unreadable !== undefined) return problem(unreadable);
  const expressions = parts.filter((part) => typeof part !== 'string');
  if (expressions.length === 0) return prepareFixed(condition, language);
  const trial = render(parts, language, () => 'x');
  const compiled = language.compile(trial.text);
  if (!compiled.ok && trial.allQuoted) return compiled;
  const found: readonly Note[] = compiled.ok ? compiled.notes : [];
  const value = { expressions, at: createCache(parts, language) };
  return { ok: true, value, notes: [...notes, ...found] };
}

function prepareFixed<T>(text: string, language: Language<T>): Parsed<Prepared<T>> {
  const compiled = language.compile(text);
  if (!compiled.ok) return compiled;
  const { value: fixed, notes } = compiled;
  return { ok: true, value: { expressions: [], fixed, at: () => fixed }, notes };
}

type Parts = readonly (string | Expression)[];

function createCache<T>(parts: Parts, language: Language<T>): Prepared<T>['at'] {
  const compiled = new Map<string, T | undefined>();
  return (scope) => {
    const { text } = render(parts, language, (part) => evaluateExpression(part, scope));
    if (compiled.has(text)) return compiled.get(text);
    if (compiled.size === maxCompiled) compiled.clear();
    const parsed = language.compile(text);
    const value = parsed.ok ? parsed.value : undefined;
    compiled.set(text, value);
    return value;
  };
}

/** Inside quotation marks a value is escaped, so that it cannot end the string it stands in. */
function render(
  parts: Parts,
  { quotes, escape, toLiteral = toText }: Language<unknown>,
  valueOf: (expression: Expression) => unknown,
): { readonly text: string; readonly allQuoted: boolean } {
  let text = '';
  let quote: string | undefined;
  let allQuoted = true;
  for (const part of parts) {
    if (typeof part === 'string') {
      quote = openQuote(part, quotes, quote, escape);
      text += part;
    } else {
      allQuoted &&= quote !== undefined;
      const value = valueOf(part);
      text +=
        quote === undefined ? toLiteral(value) : escapeIn(quote, toText(value), escape);
    }
  }
  return { text, allQuoted };
}

function escapeIn(
  quote: string,
  text: string,
  escape: Language<unknown>['escape'],
): string {
  if (escape === 'doubled') return text.replaceAll(quote, quote + quote);
  const inner = JSON.stringify(text).slice(1, -1);
  return quote === '"' ? inner : inner.replaceAll('\\"', '"').replaceAll("'", "\\'");
}
