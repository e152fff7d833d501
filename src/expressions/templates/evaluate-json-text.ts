import { isStructured } from '../json.ts';
import type { Json } from '../json.ts';
import { evaluateExpression } from '../runtime/evaluate-expression.ts';
import type { Scope } from '../scope.ts';
import { evaluateTemplate } from './evaluate-template.ts';
import { openQuote } from './open-quote.ts';
import { splitText } from './split-text.ts';
import type { Template, TextTemplate } from './template.ts';
import { toText } from './to-text.ts';

/** Far more than any request has; what is deeper is taken as it is. */
const maxDepth = 200;

/**
 * The text of a template that is a JSON document with `{$expressions}` in it.
 *
 * Values are put in as text, escaped where they stand inside a JSON string, so that no value can
 * change the structure around it. `"{$inputs.id}"` stays a string, whatever the type of the
 * input. When the result is not JSON, or an object or array stands between quotation marks, the
 * template is read as JSON first and every string that is one expression becomes its value. A
 * template that is no JSON gets JSON in place of the expressions.
 */
export function evaluateJsonText(template: TextTemplate, scope: Scope): string {
  const { text, structureInQuotes } = substitute(template, scope, toText);
  if (!structureInQuotes && isJson(text)) return text;
  const document = parseJson(template.source);
  if (document !== undefined) {
    return JSON.stringify(evaluateTemplate(toTypedTemplate(document), scope));
  }
  const json = substitute(template, scope, (value) => JSON.stringify(value ?? null)).text;
  return isJson(json) ? json : text;
}

interface Substitution {
  readonly text: string;
  readonly structureInQuotes: boolean;
}

/** `toBareText` is for values that do not stand inside a JSON string. */
function substitute(
  template: TextTemplate,
  scope: Scope,
  toBareText: (value: unknown) => string,
): Substitution {
  let text = '';
  let quote: string | undefined;
  let structureInQuotes = false;
  for (const part of template.parts) {
    if (typeof part === 'string') {
      quote = openQuote(part, '"', quote);
      text += part;
      continue;
    }
    const value = evaluateExpression(part, scope);
    structureInQuotes ||= quote !== undefined && isStructured(value);
    text += quote === undefined ? toBareText(value) : escapeInString(toText(value));
  }
  return { text, structureInQuotes };
}

function escapeInString(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** As `parseTemplate` does, but `"{$expr}"` is the value, and `"$expr"` is what it was: text. */
function toTypedTemplate(value: Json, depth = 0): Template {
  if (typeof value === 'string') return toTypedText(value);
  if (!isStructured(value) || depth === maxDepth) return { kind: 'literal', value };
  if (Array.isArray(value)) {
    const items = value.map((item) => toTypedTemplate(item, depth + 1));
    return { kind: 'array', items };
  }
  const members = Object.entries(value).map(
    ([key, member]) => [key, toTypedTemplate(member, depth + 1)] as const,
  );
  return { kind: 'object', members };
}

function toTypedText(source: string): Template {
  const { parts } = splitText(source);
  const [first] = parts;
  return parts.length === 1 && typeof first === 'object'
    ? { kind: 'expression', expression: first }
    : { kind: 'text', source, parts };
}

function isJson(text: string): boolean {
  return parseJson(text) !== undefined;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
