import { take } from '../parsed.ts';
import type { Note, Parsed } from '../parsed.ts';
import type { Expression } from '../runtime/expression.ts';
import { parseExpression } from '../runtime/parse-expression.ts';
import type { Condition, Operand } from './condition.ts';
import { accept, failHere, match, skipSpace } from './condition-reader.ts';
import type { ConditionReader, Dialect } from './condition-reader.ts';
import { parseCondition } from './parse-condition.ts';

/** Where an expression ends in a condition: the grammar does not say, so the operators do. */
const operandPattern = /(\{?)(\$[^\s!&(){}<>=|]*)/y;

const dialect: Dialect<Expression> = {
  operators: ['==', '!=', '<=', '>=', '<', '>'],
  operand: readExpression,
  strings: { escape: 'doubled', noteOnDouble: doubleQuotesNote },
};

/** A condition of type `simple`, read. Braces around all of it or one expression are tolerated. */
export function parseSimple(condition: string): Parsed<Condition<Expression>> {
  const inner = /^\s*\{([^{}]*)\}\s*$/.exec(condition)?.[1];
  const parsed = parseCondition(inner ?? condition, dialect);
  if (inner === undefined) return parsed;
  const offset = condition.indexOf('{') + 1;
  return parsed.ok
    ? { ...parsed, notes: [...parsed.notes, bracedNote(inner)] }
    : { ok: false, error: { ...parsed.error, offset: parsed.error.offset + offset } };
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

function doubleQuotesNote(text: string): Note {
  const message = `"${text}" is in double quotation marks.`;
  const hint = `Write '${text.replaceAll("'", "''")}'.`;
  return { code: 'DOUBLE_QUOTES', message, hint };
}
