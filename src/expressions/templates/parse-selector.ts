import type { Engines } from '../engines/engines.ts';
import { isStructured } from '../json.ts';
import type { Json } from '../json.ts';
import type { Note, Parsed, SyntaxProblem } from '../parsed.ts';
import { parseExpression, seemsExpression } from '../runtime/parse-expression.ts';
import { compileSelector } from '../selectors/compile-selector.ts';
import { parseSelectorLanguage } from '../selectors/selector-language.ts';
import type { SelectorTemplate } from './template.ts';

type JsonObject = Readonly<Record<string, Json>>;

/** A problem, and the member of the object that it is in, when it is in one. */
interface SelectorProblem {
  readonly key?: string;
  readonly problem: SyntaxProblem;
}

/** What {@link parseSelector} returns; without a template there are problems. */
export interface ParsedSelector {
  readonly template?: SelectorTemplate;
  readonly problems: readonly SelectorProblem[];
  readonly notes: readonly Note[];
}

const members = ['context', 'selector', 'type'] as const;

const types = new Set<unknown>(['jsonpath', 'jsonpointer', 'xpath']);

/**
 * Tells whether an object is a Selector Object, or was meant to be one: it has two of its three
 * members at least, nothing else, and one of them says what it is.
 *
 * An object with a literal `context` is a literal, even when it looks like one.
 */
export function seemsSelector(value: JsonObject): boolean {
  const keys = Object.keys(value).filter((key) => !key.startsWith('x-'));
  if (keys.length < 2 || !keys.every((key) => members.some((name) => name === key))) {
    return false;
  }
  const { context, selector, type } = value;
  if (typeof context === 'string') return seemsExpression(context);
  const word = isStructured(type) && !Array.isArray(type) ? type['type'] : type;
  return context === undefined && typeof selector === 'string' && types.has(word);
}

/** A Selector Object (Arazzo 1.1, section 4.6.15), read. */
export function parseSelector(value: JsonObject, engines: Engines): ParsedSelector {
  const missing = members.filter((key) => value[key] === undefined);
  if (missing.length > 0) {
    return {
      problems: missing.map((key) => ({ problem: missingMember(key) })),
      notes: [],
    };
  }
  const { context, selector, type = null } = value;
  if (typeof context !== 'string') return failed('context', notText);
  if (typeof selector !== 'string') return failed('selector', notText);
  const language = parseSelectorLanguage(type);
  if (!language.ok) return failed('type', language.error);
  const expression = parseExpression(context);
  if (!expression.ok) return failed('context', expression.error);
  const prepared = compileSelector(selector, language.value, engines);
  if (!prepared.ok) {
    const key = prepared.error.field === 'version' ? 'type' : 'selector';
    return failed(key, prepared.error);
  }
  return {
    template: {
      kind: 'selector',
      context: expression.value,
      source: selector,
      language: language.value,
      selector: prepared.value,
    },
    problems: [],
    notes: [expression, prepared].flatMap((part: Parsed<unknown>) =>
      part.ok ? part.notes : [],
    ),
  };
}

const notText: SyntaxProblem = { message: 'This must be text.', offset: 0 };

function failed(key: string, problem: SyntaxProblem): ParsedSelector {
  return { problems: [{ key, problem }], notes: [] };
}

function missingMember(key: (typeof members)[number]): SyntaxProblem {
  const examples = {
    context: '$response.body',
    selector: '$.items[0].id',
    type: 'jsonpath',
  };
  const message = `The selector has no "${key}".`;
  return { message, offset: 0, hint: `Add ${key}: ${examples[key]}` };
}
