import { fail } from '../parsed.ts';
import type { Note } from '../parsed.ts';
import type { Literal, Operand, Operator } from './condition.ts';

/** How strings are written in a family of conditions. */
interface StringRules {
  /** How a quotation mark is written inside a string: `''` (Arazzo) or `\'` (JSONPath). */
  readonly escape: 'doubled' | 'backslash';
  /** What to say about a string in double quotation marks. */
  readonly noteOnDouble?: (text: string) => Note;
}

/** The text of a condition and how far it was read. */
export interface ConditionReader {
  readonly text: string;
  readonly notes: Note[];
  readonly strings: StringRules;
  at: number;
  depth: number;
}

/** What a family of conditions has of its own. */
export interface Dialect<T> {
  /** Longer ones before those that they begin with. */
  readonly operators: readonly Operator[];
  readonly strings: StringRules;
  /** What to say about an operator that the family should not have. */
  readonly noteOnOperator?: (operator: Operator) => Note | undefined;
  /** Reads what only this family has, or leaves it. */
  readonly operand: (reader: ConditionReader) => Operand<T> | Literal | undefined;
}

const space = /\s*/y;

/** Passes over white space. */
export function skipSpace(reader: ConditionReader): void {
  space.lastIndex = reader.at;
  space.exec(reader.text);
  reader.at = space.lastIndex;
}

/** Reads a fixed piece of text if it comes next. */
export function accept(reader: ConditionReader, wanted: string): boolean {
  skipSpace(reader);
  if (!reader.text.startsWith(wanted, reader.at)) return false;
  reader.at += wanted.length;
  return true;
}

/** Reads what a sticky pattern matches, if it comes next. */
export function match(
  reader: ConditionReader,
  pattern: RegExp,
): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found === null) return undefined;
  reader.at = pattern.lastIndex;
  return found;
}

/** Gives up because of what comes next. */
export function failHere(reader: ConditionReader, hint?: string): never {
  skipSpace(reader);
  const rest = reader.text.slice(reader.at);
  const found =
    rest === '' ? 'The condition ends too early.' : `Cannot read "${clip(rest)}".`;
  fail(found, reader.at, hint);
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
