import { evaluateExpression, parseExpression } from '../../../src/expressions/index.ts';
import type { Expression, Scope } from '../../../src/expressions/index.ts';

/** The expression, which must be readable. */
export function read(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.value;
}

/** The value of an expression, which must be readable. */
export function valueOf(text: string, scope: Scope): unknown {
  return evaluateExpression(read(text), scope);
}

/** The codes of what was read leniently. */
export function notesOn(text: string): readonly string[] {
  const parsed = parseExpression(text);
  return parsed.ok ? parsed.notes.map((note) => note.code) : ['unreadable'];
}

/** The offset of the problem, or `undefined` when there is none. */
export function problemAt(text: string): number | undefined {
  const parsed = parseExpression(text);
  return parsed.ok ? undefined : parsed.error.offset;
}
