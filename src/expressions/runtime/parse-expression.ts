import { nearestName } from '../../diagnostics/index.ts';
import { attempt, fail } from '../parsed.ts';
import type { Note, Parsed } from '../parsed.ts';
import type { Expression, PlainExpression } from './expression.ts';
import { readComponent, readSource } from './read-document-expression.ts';
import { readMessage } from './read-message-expression.ts';
import { readStep, readWorkflow } from './read-owner-expression.ts';
import { addNote, readNavigation, readTail } from './read-tail.ts';
import type { Source } from './read-tail.ts';

/** How an expression is read. */
export interface ExpressionOptions {
  /**
   * The expression is an operand of a condition, where `.` and `[ ]` are operators of the
   * language and deserve no note.
   *
   * @default false
   */
  readonly inCondition?: boolean;
}

/** Reads what follows `$root.`. */
type Reader = (source: Source, from: number) => Expression;

const plain = new Map<string, PlainExpression['kind']>([
  ['$url', 'url'],
  ['$method', 'method'],
  ['$statusCode', 'statusCode'],
  ['$self', 'self'],
]);

const readers = new Map<string, Reader>([
  ['$request', (source, from) => readMessage('request', source, from)],
  ['$response', (source, from) => readMessage('response', source, from)],
  ['$message', (source, from) => readMessage('message', source, from)],
  ['$inputs', (source, from) => readValue('inputs', source, from)],
  ['$outputs', (source, from) => readValue('outputs', source, from)],
  ['$steps', readStep],
  ['$workflows', readWorkflow],
  ['$sourceDescriptions', readSource],
  ['$components', readComponent],
]);

/**
 * A runtime expression that was read once, so that it can be evaluated many times.
 *
 * The whole text must be the expression: `$statusCode`, `$steps.login.outputs.token`,
 * `$response.body#/items/0`.
 */
export function parseExpression(
  text: string,
  options: ExpressionOptions = {},
): Parsed<Expression> {
  return attempt((notes) => {
    const expression = readExpression({ text, notes });
    if (options.inCondition === true) dropNavigationNotes(notes);
    return expression;
  });
}

/** Tells whether a text, all of it, is a runtime expression; everything else is a literal. */
export function isExpression(text: string): boolean {
  return seemsExpression(text) && parseExpression(text).ok;
}

/**
 * Tells whether a text begins as an expression does. If it is none nevertheless, its author
 * probably wanted one: `$steps.` does, `$5.00` and `$unknown.x` do not.
 */
export function seemsExpression(text: string): boolean {
  return text.startsWith('$') && (plain.has(text) || readers.has(rootOf(text)));
}

/** What was probably meant by a text that only just is no expression: `$input.id` is `$inputs.id`. */
export function nearestExpression(text: string): string | undefined {
  const root = rootOf(text);
  if (root === '' || seemsExpression(text)) return undefined;
  const rest = text.slice(root.length);
  const near = nearestName(root, rest === '' ? plain.keys() : readers.keys());
  return near === undefined ? undefined : `${near}${rest}`;
}

function readExpression(source: Source): Expression {
  const { text } = source;
  const kind = plain.get(text);
  if (kind !== undefined) return { kind, text };
  const root = rootOf(text);
  const read = readers.get(root);
  if (read === undefined) {
    fail(
      `"${text}" is not a runtime expression.`,
      0,
      `It begins with one of ${roots()}.`,
    );
  }
  if (
    (root === '$inputs' || root === '$outputs') &&
    /^(?:#|$)/.test(text.slice(root.length))
  ) {
    return readRecord(root, source);
  }
  if (text[root.length] !== '.') {
    fail(`"${root}" must be followed by a dot and a name.`, root.length);
  }
  return read(source, root.length + 1);
}

function readValue(kind: 'inputs' | 'outputs', source: Source, from: number): Expression {
  const what = kind === 'inputs' ? 'input' : 'output';
  return { kind, text: source.text, ...readTail(source, from, what) };
}

function readRecord(root: '$inputs' | '$outputs', source: Source): Expression {
  const what = root.slice(1);
  addNote(
    source,
    'WHOLE_RECORD',
    `"${source.text}" means all ${what}.`,
    `Name one of them: "${root}.<name>".`,
  );
  const of = root === '$inputs' ? 'inputs' : 'outputs';
  return { kind: 'all', of, text: source.text, ...readNavigation(source, root.length) };
}

function rootOf(text: string): string {
  return /^\$\w+(?=[.#[]|$)/.exec(text)?.[0] ?? '';
}

function roots(): string {
  return [...plain.keys(), ...readers.keys()].join(', ');
}

function dropNavigationNotes(notes: Note[]): void {
  const kept = notes.filter((note) => note.code !== 'DOTTED_NAVIGATION');
  notes.splice(0, notes.length, ...kept);
}
