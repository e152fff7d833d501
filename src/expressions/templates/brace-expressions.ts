import type { Note } from '../parsed.ts';
import { parseExpression } from '../runtime/parse-expression.ts';

/** What looks like an expression and has no brace before it. */
const candidate =
  /(?<![\w{$])\$(?:inputs|outputs|steps|workflows|request|response|message)\.[\w-]+(?:\.[\w-]+|\[\d+\])*(?:#[\w/~-]*)?/g;

const authScheme =
  /^(?:Basic|Bearer|Token|ApiKey|Api-Key|Digest|JWT|OAuth|Negotiate)\s+$/i;

/** What stands before a value in a path, a query, a list or JSON, and seldom in a sentence. */
const joint = /[/:=&?,;(|]\s*$/;

/** These name so much that nobody writes them by chance. */
const complete =
  /^\$(?:(?:steps|workflows)\..+\.outputs\.|(?:request|response)\.(?:body|header))/;

/** A text with the braces that its author left out, and what to say about it. */
export interface Braced {
  readonly text: string;
  readonly notes: readonly Note[];
}

/**
 * Puts braces around the expressions in a text that have none, when it is clear that all of them
 * are meant: `Bearer $inputs.token`, `Patient/$inputs.id`. In `costs $inputs.a lot` it is not, so
 * that this stays text.
 */
export function braceExpressions(text: string): Braced | undefined {
  const found = [...text.matchAll(candidate)];
  if (found.length === 0) return undefined;
  const clear = found.every(({ 0: expression, index }) =>
    isClear(expression, text.slice(0, index), text.slice(index + expression.length)),
  );
  const notes = found.map(([expression]) => toNote(expression, clear));
  return { text: clear ? text.replaceAll(candidate, '{$&}') : text, notes };
}

/** The same for a JSONPath query, in which `$inputs` can be nothing else. */
export function braceInQuery(query: string): Braced {
  const found = [...query.matchAll(candidate)].map(([expression]) => expression);
  if (!found.every((expression) => parseExpression(expression).ok)) {
    return { text: query, notes: [] };
  }
  const notes = found.map((expression) => toNote(expression, true));
  return { text: query.replaceAll(candidate, '{$&}'), notes };
}

function isClear(expression: string, before: string, after: string): boolean {
  if (/^[}{$[(\w]/.test(after) || !parseExpression(expression).ok) return false;
  if (complete.test(expression)) return true;
  return authScheme.test(before) ? after.trim() === '' : joint.test(before);
}

function toNote(expression: string, clear: boolean): Note {
  const outcome = clear ? 'it is evaluated all the same' : 'so that it is text';
  const message = `"${expression}" has no braces around it; ${outcome}.`;
  return { code: 'UNBRACED_EXPRESSION', message, hint: `Write "{${expression}}".` };
}
