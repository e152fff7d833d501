import { braceExpressions } from './brace-expressions.ts';
import { foreignTemplates } from './note-foreign.ts';
import type { Engines } from '../engines/engines.ts';
import type { Json } from '../json.ts';
import { formatPointer } from '../json-pointer.ts';
import type { Key } from '../own-value.ts';
import type { Note, SyntaxProblem } from '../parsed.ts';
import {
  nearestExpression,
  parseExpression,
  seemsExpression,
} from '../runtime/parse-expression.ts';
import { parseSelector, seemsSelector } from './parse-selector.ts';
import { bracedTexts, splitText } from './split-text.ts';
import type { ArrayTemplate, ObjectTemplate, Template } from './template.ts';

/** A problem, and the JSON Pointer to the string it is in, from the value that was read. */
export interface TemplateProblem {
  readonly path: string;
  readonly problem: SyntaxProblem;
}

/** A note, and the JSON Pointer to the string it is about, from the value that was read. */
export interface TemplateNote extends Note {
  readonly path: string;
}

/** What {@link parseTemplate} returns. */
export interface ParsedTemplate {
  /** Always usable: what could not be read is literal text. */
  readonly template: Template;
  readonly problems: readonly TemplateProblem[];
  readonly notes: readonly TemplateNote[];
}

/** How a value is read. */
export interface TemplateOptions {
  /** Objects `{context, selector, type}` are Selector Objects, as in Arazzo 1.1. @default false */
  readonly selectors?: boolean;
  /** What `enginesForTemplate` names; only selectors need them. */
  readonly engines?: Engines;
}

interface Finder {
  readonly options: TemplateOptions;
  readonly problems: TemplateProblem[];
  readonly notes: TemplateNote[];
  /** Where the reader is. */
  readonly keys: Key[];
}

/** Far more than any request has; deeper values are taken as they are. */
const maxDepth = 200;

/**
 * A JSON value of a document, read for the expressions in its strings.
 *
 * @throws ArazzoError `MISSING_ENGINE` when there is a selector whose engine is not at hand
 */
export function parseTemplate(
  value: Json,
  options: TemplateOptions = {},
): ParsedTemplate {
  const finder: Finder = { options, problems: [], notes: [], keys: [] };
  const template = read(value, finder);
  return { template, problems: finder.problems, notes: finder.notes };
}

function read(value: Json, finder: Finder): Template {
  if (typeof value === 'string') return readString(value, finder);
  if (typeof value !== 'object' || value === null) return { kind: 'literal', value };
  if (finder.keys.length === maxDepth) {
    report(finder, { message: 'The value is nested too deeply.', offset: 0 });
    return { kind: 'literal', value };
  }
  return isArray(value) ? readArray(value, finder) : readObject(value, finder);
}

function readString(text: string, finder: Finder): Template {
  if (seemsExpression(text)) return readExpression(text, finder);
  addNotes(finder, foreignTemplates(text));
  if (!text.includes('$')) return { kind: 'literal', value: text };
  noteMisspelled(text, finder);
  const braced = braceExpressions(text);
  addNotes(finder, braced?.notes ?? []);
  const source = braced?.text ?? text;
  const { parts, problems, notes } = splitText(source);
  for (const problem of problems) report(finder, problem);
  addNotes(finder, notes);
  const literal = parts.every((part) => typeof part === 'string');
  return literal ? { kind: 'literal', value: text } : { kind: 'text', source, parts };
}

/** Whoever writes `$input.token` does not mean to send that. */
function noteMisspelled(text: string, finder: Finder): void {
  for (const candidate of [text, ...bracedTexts(text)]) {
    const near = nearestExpression(candidate);
    if (near === undefined) continue;
    const message = `"${candidate}" is no runtime expression, so that it is text.`;
    const hint = `Did you mean "${near}"?`;
    addNotes(finder, [{ code: 'MISSPELLED_ROOT', message, hint }]);
  }
}

function readExpression(text: string, finder: Finder): Template {
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    report(finder, parsed.error);
    return { kind: 'literal', value: text };
  }
  addNotes(finder, parsed.notes);
  return { kind: 'expression', expression: parsed.value };
}

function readArray(value: readonly Json[], finder: Finder): Template {
  const items = value.map((item, index) => readAt(index, item, finder));
  const template: ArrayTemplate = { kind: 'array', items };
  return items.every(isLiteral) ? { kind: 'literal', value } : template;
}

function readObject(value: { readonly [key: string]: Json }, finder: Finder): Template {
  if (finder.options.selectors === true && seemsSelector(value)) {
    return readSelector(value, finder);
  }
  const members = Object.entries(value).map(
    ([key, member]) => [key, readAt(key, member, finder)] as const,
  );
  const template: ObjectTemplate = { kind: 'object', members };
  const literal = members.every(([, member]) => isLiteral(member));
  return literal ? { kind: 'literal', value } : template;
}

/** What cannot be read selects nothing: it would be worse to send it as it is. */
function readSelector(value: { readonly [key: string]: Json }, finder: Finder): Template {
  const parsed = parseSelector(value, finder.options.engines ?? {});
  for (const { key, problem } of parsed.problems) {
    if (key !== undefined) finder.keys.push(key);
    report(finder, problem);
    if (key !== undefined) finder.keys.pop();
  }
  addNotes(finder, parsed.notes);
  return parsed.template ?? { kind: 'literal', value };
}

function readAt(key: Key, value: Json, finder: Finder): Template {
  finder.keys.push(key);
  const template = read(value, finder);
  finder.keys.pop();
  return template;
}

function report(finder: Finder, problem: SyntaxProblem): void {
  finder.problems.push({ path: formatPointer(finder.keys), problem });
}

function addNotes(finder: Finder, notes: readonly Note[]): void {
  if (notes.length === 0) return;
  const path = formatPointer(finder.keys);
  finder.notes.push(...notes.map((note) => ({ ...note, path })));
}

function isLiteral(template: Template): boolean {
  return template.kind === 'literal';
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
