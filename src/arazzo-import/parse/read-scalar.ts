import { didYouMean } from '../../diagnostics/index.ts';
import { describeValue } from './describe-value.ts';
import type { ObjectReader } from './object-reader.ts';
import type { Place } from './place.ts';

/** A few words, one of which a field has to be. */
export interface Words<T extends string> {
  readonly always: readonly T[];
  /** Those that Arazzo 1.1 added. */
  readonly since11?: readonly T[];
}

/** Gives you a text; a number or boolean counts as what the author wrote, without its quotes. */
export function readText(
  object: ObjectReader,
  field: string,
  place: Place,
): string | undefined {
  const { value, path, context } = place;
  if (typeof value === 'string') return value;
  if (typeof value === 'object') {
    const hint = Array.isArray(value) ? 'Write one text, not a list.' : undefined;
    return wrongType(object, field, place, 'a string', hint);
  }
  const written = context.sourceAt(path);
  object.report({
    code: 'SCALAR_FOR_TEXT',
    severity: 'warning',
    message: `${object.title} has ${describeValue(value)} as "${field}", which is meant to be a text.`,
    field,
    hint: `Quote it: ${field}: "${written}"`,
  });
  return written;
}

/** Gives you a number that is not negative; a whole one when that is asked for. */
export function readNumber(
  object: ObjectReader,
  field: string,
  place: Place,
  integer: boolean,
): number | undefined {
  const value = toNumber(object, field, place);
  if (value === undefined) return undefined;
  if (value >= 0 && (integer ? Number.isSafeInteger(value) : Number.isFinite(value))) {
    return value;
  }
  const kind = integer ? 'a whole number' : 'a number';
  return invalid(object, field, place, `Write ${kind} that is 0 or more.`);
}

/** Takes a quoted number too. */
function toNumber(object: ObjectReader, field: string, place: Place): number | undefined {
  const { value } = place;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\d+(\.\d+)?$/.test(value)) {
    return wrongType(object, field, place, 'a number');
  }
  object.report({
    code: 'QUOTED_NUMBER',
    severity: 'warning',
    message: `${object.title} has the text ${describeValue(value)} as "${field}", which is meant to be a number.`,
    field,
    hint: `Remove the quotes: ${field}: ${value}`,
  });
  return Number(value);
}

/** Gives you one of the words, whatever its capitals. */
export function readWord<T extends string>(
  object: ObjectReader,
  field: string,
  place: Place,
  { always, since11 = [] }: Words<T>,
): T | undefined {
  const text = readText(object, field, place);
  if (text === undefined) return undefined;
  const exact = always.find((word) => word === text);
  if (exact !== undefined) return exact;
  const later = object.context.version === '1.0' ? since11 : [];
  const allowed = object.context.version === '1.0' ? always : [...always, ...since11];
  const found = allowed.find((word) => word.toLowerCase() === text.toLowerCase());
  if (found !== undefined) {
    if (found !== text) reportCase(object, field, text, found);
    return found;
  }
  if (later.some((word) => word === text)) {
    return invalid(object, field, place, laterHint);
  }
  return invalid(object, field, place, hintOf(text, allowed));
}

function hintOf(written: string, words: readonly string[]): string {
  const all = words.map((word) => `"${word}"`).join(', ');
  return didYouMean(written, words) ?? `Write one of ${all}.`;
}

function reportCase(
  object: ObjectReader,
  field: string,
  written: string,
  word: string,
): void {
  object.report({
    code: 'WORD_CASE',
    severity: 'warning',
    message: `${object.title} has ${describeValue(written)} as "${field}"; such words have a case.`,
    field,
    hint: `Write ${field}: ${word}`,
  });
}

/** What to do about something that only a later version has. */
export const laterHint =
  'Arazzo 1.1 has it: write arazzo: 1.1.0 at the top of the document.';

/** Reports a value of the wrong type. */
export function wrongType(
  object: ObjectReader,
  field: string,
  { value }: Place,
  expected: string,
  hint?: string,
): undefined {
  const message = `${object.title} has ${describeValue(value)} as "${field}", not ${expected}.`;
  object.report({ code: 'WRONG_TYPE', message, field, ...(hint && { hint }) });
}

function invalid(
  object: ObjectReader,
  field: string,
  { value }: Place,
  hint: string,
): undefined {
  const message = `${object.title} has ${describeValue(value)} as "${field}".`;
  object.report({ code: 'INVALID_VALUE', message, field, hint });
}
