import { problem, take } from '../parsed.ts';
import type { Note, Parsed, SyntaxProblem } from '../parsed.ts';
import type { Expression } from '../runtime/expression.ts';
import { parseExpression } from '../runtime/parse-expression.ts';
import type { Condition, Literal, Operand, Operator } from './condition.ts';
import { readList } from './read-list.ts';
import { accept, failHere, match, skipSpace } from './condition-reader.ts';
import type { ConditionReader, Dialect } from './condition-reader.ts';
import { parseCondition } from './parse-condition.ts';

const mediaType =
  /(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+-]+/y;

/** Where an expression ends in a condition: the grammar does not say, so the operators do. */
const operandPattern = /(\{?)(\$[^\s!&(){}<>=|]*)/y;

const dialect: Dialect<Expression> = {
  operators: ['==', '!=', '<=', '>=', '<', '>', 'contains', 'in'],
  operand: (reader) =>
    readExpression(reader) ?? readForeignList(reader) ?? readMediaType(reader),
  strings: { escape: 'doubled', noteOnDouble: doubleQuotesNote },
  noteOnOperator: foreignOperatorNote,
};

/** All of a condition in braces or quotation marks; an expression in it makes clear that it is one. */
const wrappings = [
  { pattern: /^(\s*\{)([^{}]*)\}\s*$/, note: bracedNote },
  { pattern: /^(\s*")(\s*[!(]*\$[^"]*)"\s*$/, note: quotedNote },
  { pattern: /^(\s*')(\s*[!(]*\$[^']*)'\s*$/, note: quotedNote },
];

/** A condition of type `simple`, read. Braces around all of it or one expression are tolerated. */
export function parseSimple(condition: string): Parsed<Condition<Expression>> {
  if (isJsonDocument(condition)) return problem(notACondition);
  for (const { pattern, note } of wrappings) {
    const [, before = '', inner = ''] = pattern.exec(condition) ?? [];
    if (before === '') continue;
    const parsed = parseCondition(inner, dialect);
    return parsed.ok
      ? { ...parsed, notes: [...parsed.notes, note(inner)] }
      : problem({ ...parsed.error, offset: parsed.error.offset + before.length });
  }
  return parseCondition(condition, dialect);
}

const notACondition: SyntaxProblem = {
  message: 'A JSON document is no condition.',
  offset: 0,
  hint: "Compare a part of the answer: $response.body#/status == 'active'.",
};

/** Some generators put an example of the answer there. */
function isJsonDocument(condition: string): boolean {
  if (!/^\s*(?:\{\s*["}]|\[)/.test(condition)) return false;
  try {
    return typeof JSON.parse(condition) === 'object';
  } catch {
    return false;
  }
}

/** `['a', 'b']` after `in`. */
function readForeignList(reader: ConditionReader): Literal | undefined {
  skipSpace(reader);
  return reader.text[reader.at] === '[' ? readList(reader) : undefined;
}

/** `application/json`: a slash makes nothing else of it. */
function readMediaType(reader: ConditionReader): Literal | undefined {
  skipSpace(reader);
  const [value] = match(reader, mediaType) ?? [];
  if (value === undefined) return undefined;
  const message = `"${value}" is text without quotation marks.`;
  reader.notes.push({ code: 'UNQUOTED_TEXT', message, hint: `Write '${value}'.` });
  return { kind: 'literal', value, text: value };
}

function readExpression(reader: ConditionReader): Operand<Expression> | undefined {
  skipSpace(reader);
  const start = reader.at;
  const [, brace = '', text = ''] = match(reader, operandPattern) ?? [];
  if (text === '') return undefined;
  const options = { inCondition: true };
  const offset = start + brace.length;
  const operand = take(parseExpression(text, options), reader.notes, offset);
  if (brace !== '') closeBrace(reader, text);
  return { kind: 'operand', operand, text };
}

function closeBrace(reader: ConditionReader, text: string): void {
  if (!accept(reader, '}')) failHere(reader, 'Close the brace.');
  reader.notes.push(bracedNote(text));
}

function bracedNote(inner: string): Note {
  const message = 'The condition has braces around an expression.';
  return { code: 'BRACED_CONDITION', message, hint: `Write ${inner}.` };
}

function quotedNote(inner: string): Note {
  const message = 'The condition stands in quotation marks.';
  return { code: 'QUOTED_CONDITION', message, hint: `Write ${inner.trim()}.` };
}

function foreignOperatorNote(operator: Operator): Note | undefined {
  if (operator !== 'contains' && operator !== 'in') return undefined;
  const message = `"${operator}" is no operator of simple conditions.`;
  const hint =
    operator === 'in'
      ? "Write a comparison for each, joined with '||'."
      : 'Use a criterion of type "regex".';
  return { code: 'FOREIGN_OPERATOR', message, hint };
}

function doubleQuotesNote(text: string): Note {
  const message = `"${text}" is in double quotation marks.`;
  const hint = `Write '${text.replaceAll("'", "''")}'.`;
  return { code: 'DOUBLE_QUOTES', message, hint };
}
