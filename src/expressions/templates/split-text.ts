import type { Note, SyntaxProblem } from '../parsed.ts';
import type { Expression } from '../runtime/expression.ts';
import { parseExpression, seemsExpression } from '../runtime/parse-expression.ts';

/** A text, cut at the expressions in it. */
export interface SplitText {
  /** Literal text and expressions in turn; one literal when there is no expression. */
  readonly parts: readonly (string | Expression)[];
  readonly problems: readonly SyntaxProblem[];
  readonly notes: readonly Note[];
}

const braced = /\{(\$[^{}]*)\}/g;

/**
 * Finds the `{$expressions}` in a text. Braces around anything else are text, so that JSON, path
 * templates and the quantifiers of regular expressions pass.
 */
export function splitText(text: string): SplitText {
  const parts: (string | Expression)[] = [];
  const problems: SyntaxProblem[] = [];
  const notes: Note[] = [];
  let end = 0;
  for (const { 0: match, 1: inner = '', index } of text.matchAll(braced)) {
    if (!seemsExpression(inner)) continue;
    const parsed = parseExpression(inner);
    if (parsed.ok) {
      notes.push(...parsed.notes);
      if (index > end) parts.push(text.slice(end, index));
      parts.push(parsed.value);
      end = index + match.length;
    } else {
      problems.push({ ...parsed.error, offset: index + 1 + parsed.error.offset });
    }
  }
  if (end < text.length || parts.length === 0) parts.push(text.slice(end));
  problems.push(...unclosed(text));
  return { parts, problems, notes };
}

/** What stands in braces and begins as an expression may: `$a.b` of `x-{$a.b}`. */
export function bracedTexts(text: string): readonly string[] {
  return Array.from(text.matchAll(braced), ([, inner = '']) => inner);
}

/** `{$inputs.a` at the end was surely meant to be closed. */
function unclosed(text: string): readonly SyntaxProblem[] {
  const open = text.lastIndexOf('{$');
  if (open < 0 || /[{}]/.test(text.slice(open + 1))) return [];
  const [inner = ''] = /^\S*/.exec(text.slice(open + 1)) ?? [];
  if (!seemsExpression(inner)) return [];
  return [
    { message: `"{${inner}" has no closing brace.`, offset: open, hint: 'Add "}".' },
  ];
}
