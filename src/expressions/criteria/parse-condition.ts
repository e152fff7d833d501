import { attempt, fail } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import type { Combination, Condition, Operator } from './condition.ts';
import { accept, failHere, skipSpace } from './condition-reader.ts';
import type { ConditionReader, Dialect } from './condition-reader.ts';
import { readLiteral } from './read-literal.ts';

/** Nobody writes more; the reader and everything after it calls itself once per level. */
const maxDepth = 100;

/** A reader that knows its family. */
interface DialectReader<T> extends ConditionReader {
  readonly dialect: Dialect<T>;
}

/**
 * A condition, read: comparisons, `!`, `&&`, `||` and parentheses, of which `!` binds closest and
 * `||` least.
 */
export function parseCondition<T>(
  text: string,
  dialect: Dialect<T>,
): Parsed<Condition<T>> {
  return attempt((notes) => {
    const { strings } = dialect;
    const reader: DialectReader<T> = { text, notes, strings, dialect, at: 0, depth: 0 };
    const condition = readOr(reader);
    skipSpace(reader);
    if (reader.at < text.length) failHere(reader, hintFor(text.slice(reader.at)));
    return condition;
  });
}

function readOr<T>(reader: DialectReader<T>): Condition<T> {
  return readCombination(reader, 'or', '||', readAnd);
}

function readAnd<T>(reader: DialectReader<T>): Condition<T> {
  return readCombination(reader, 'and', '&&', readComparison);
}

function readCombination<T>(
  reader: DialectReader<T>,
  kind: Combination<T>['kind'],
  operator: string,
  readInner: (reader: DialectReader<T>) => Condition<T>,
): Condition<T> {
  const start = startOf(reader);
  const first = readInner(reader);
  const conditions = [first];
  while (accept(reader, operator)) conditions.push(readInner(reader));
  return conditions.length === 1
    ? first
    : { kind, conditions, text: reader.text.slice(start, reader.at) };
}

function readComparison<T>(reader: DialectReader<T>): Condition<T> {
  const start = startOf(reader);
  const left = readUnary(reader);
  const operator = readOperator(reader);
  if (operator === undefined) return left;
  const right = readUnary(reader);
  const end = reader.at;
  if (readOperator(reader) !== undefined) {
    fail('Comparisons cannot be chained.', end, 'Join two comparisons with "&&".');
  }
  reader.at = end;
  const text = reader.text.slice(start, end);
  return { kind: 'comparison', operator, left, right, text };
}

function readOperator<T>(reader: DialectReader<T>): Operator | undefined {
  skipSpace(reader);
  const { text, at, dialect } = reader;
  const operator = dialect.operators.find((candidate) => text.startsWith(candidate, at));
  if (operator === undefined) return undefined;
  const end = at + operator.length;
  // `in` is a word: `index` does not begin with it.
  if (/\w/.test(operator) && /\w/.test(text.charAt(end))) return undefined;
  if (text[end] === '=') failHere(reader, `Write "${operator.slice(0, 2)}".`);
  reader.at = end;
  const note = dialect.noteOnOperator?.(operator);
  if (note !== undefined) reader.notes.push(note);
  return operator;
}

function readUnary<T>(reader: DialectReader<T>): Condition<T> {
  if (reader.depth === maxDepth) fail('The condition is nested too deeply.', reader.at);
  reader.depth++;
  const condition = readNested(reader);
  reader.depth--;
  return condition;
}

function readNested<T>(reader: DialectReader<T>): Condition<T> {
  const start = startOf(reader);
  if (accept(reader, '!')) {
    const condition = readUnary(reader);
    return { kind: 'not', condition, text: reader.text.slice(start, reader.at) };
  }
  if (!accept(reader, '(')) {
    return reader.dialect.operand(reader) ?? readLiteral(reader);
  }
  const inner = readOr(reader);
  if (!accept(reader, ')')) failHere(reader, 'Close the parenthesis.');
  return { ...inner, text: reader.text.slice(start, reader.at) };
}

function startOf(reader: ConditionReader): number {
  skipSpace(reader);
  return reader.at;
}

function hintFor(rest: string): string | undefined {
  if (rest.startsWith('=~')) return 'Use a criterion of type "regex".';
  if (rest.startsWith('=')) return 'Write "==" to compare.';
  if (/^and\b/iu.test(rest)) return 'Write "&&" for and.';
  if (/^or\b/iu.test(rest)) return 'Write "||" for or.';
  if (rest.startsWith('&')) return 'Write "&&".';
  if (rest.startsWith('|')) return 'Write "||".';
  return undefined;
}
