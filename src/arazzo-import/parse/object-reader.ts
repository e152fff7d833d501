import type { Json, JsonObject } from '../document.ts';
import { isObject } from '../is-object.ts';
import { appendToken } from '../json-pointer.ts';
import type { Place, Problem, ReadContext } from './place.ts';
import { isText, readItemText, readList } from './read-list.ts';
import type { ListOptions } from './read-list.ts';
import { readNumber, readText, readWord, wrongType } from './read-scalar.ts';
import type { Words } from './read-scalar.ts';
import { isExtension, reportStrayFields } from './report-stray-fields.ts';

/** How a field is to be read. */
export interface FieldOptions {
  readonly required?: boolean;
  /** The version that brought the field; a document of an earlier one must not have it. */
  readonly since?: '1.1';
  /** Reads the field in a document of an earlier version too; it is reported all the same. */
  readonly tolerated?: boolean;
}

/** A problem of an object: of itself, of one of its fields, or of something below that. */
export type FieldProblem = Omit<Problem, 'path'> & {
  readonly field?: string | readonly (string | number)[];
};

/** Reads the value of a field or item; `undefined` when it is unusable, which was reported then. */
export type Read<T> = (place: Place) => T | undefined;

/**
 * Reads the fields of one specification object and reports whatever is wrong with them. Each method
 * gives you the value of a field, or `undefined` when it is absent or unusable. `rest` comes last.
 */
export class ObjectReader {
  readonly path: string;
  readonly context: ReadContext;
  readonly #members: JsonObject;
  readonly #titleOf: (members: JsonObject) => string;
  // Lists, because they are short and most of them stay empty.
  readonly #known: string[] = [];
  readonly #later: string[] = [];
  readonly #empty: string[] = [];

  constructor(
    members: JsonObject,
    { path, context }: Place,
    titleOf: (members: JsonObject) => string,
  ) {
    this.path = path;
    this.context = context;
    this.#members = members;
    this.#titleOf = titleOf;
  }

  /** How messages call the object: `Step "pay"`. */
  get title(): string {
    return this.#titleOf(this.#members);
  }

  /** Whether the field is written, whatever its value. */
  has(field: string): boolean {
    return Object.hasOwn(this.#members, field) && !this.#empty.includes(field);
  }

  /** The value as written, without any check. */
  raw(field: string): Json | undefined {
    return this.has(field) ? this.#members[field] : undefined;
  }

  /** Any value, `null` too. */
  json(field: string, options: FieldOptions = {}): Json | undefined {
    return this.#take(field, options, true);
  }

  /** A text, also when its quotes are missing. */
  string(field: string, options: FieldOptions = {}): string | undefined {
    const value = this.#take(field, options);
    if (value === undefined || typeof value === 'string') return value;
    return readText(this, field, this.#placeOf(field, value));
  }

  /** A number that is not negative, also when it is quoted. */
  number(
    field: string,
    options: FieldOptions & { integer?: true } = {},
  ): number | undefined {
    const place = this.#open(field, options);
    return place && readNumber(this, field, place, options.integer ?? false);
  }

  /** One of a few words; some of them only since Arazzo 1.1. */
  choice<T extends string>(
    field: string,
    words: Words<T>,
    options: FieldOptions = {},
  ): T | undefined {
    const place = this.#open(field, options);
    return place && readWord(this, field, place, words);
  }

  /** A nested object, or whatever `read` makes of the value. */
  object<T>(field: string, read: Read<T>, options: FieldOptions = {}): T | undefined {
    const place = this.#open(field, options);
    return place && read(place);
  }

  /** The usable items of an array; empty when the field is absent. */
  list<T>(field: string, read: Read<T>, options: ListOptions = {}): T[] {
    const place = this.#open(field, options);
    return place === undefined ? [] : readList(this, field, place, read, options);
  }

  strings(field: string, options: FieldOptions = {}): string[] {
    return this.list(field, readItemText, { ...options, isItem: isText });
  }

  /** The usable members of a map from names; empty when the field is absent. */
  map<T>(field: string, read: Read<T>, options: FieldOptions = {}): Record<string, T> {
    const place = this.#open(field, options);
    if (place === undefined) return {};
    const { value: members, path, context } = place;
    if (!isObject(members)) return wrongType(this, field, place, 'an object') ?? {};
    const entries: [string, T][] = [];
    for (const [name, value] of Object.entries(members)) {
      const member = read({ value, path: appendToken(path, name), context });
      if (member !== undefined) entries.push([name, member]);
    }
    // Not by assignment: a name may be "__proto__".
    return Object.fromEntries(entries);
  }

  /** Reports a problem of the object, or of one of its fields. */
  report({ field = [], ...problem }: FieldProblem): void {
    const tokens = typeof field === 'string' ? [field] : field;
    this.context.report({ ...problem, path: tokens.reduce(appendToken, this.path) });
  }

  /** Takes fields with empty text as absent: generators write what they have no value for. */
  omitEmpty(...fields: readonly string[]): void {
    for (const field of fields) {
      if (this.raw(field) !== '') continue;
      this.#empty.push(field);
      this.report({
        code: 'EMPTY_FIELD',
        severity: 'warning',
        message: `${this.title} has an empty "${field}".`,
        field,
        hint: 'Give it a value, or remove it.',
      });
    }
  }

  /** Reports a field that has no effect where it stands. */
  ignore(field: string, because: string): void {
    if (!this.has(field)) return;
    this.#known.push(field);
    this.report({
      code: 'IGNORED_FIELD',
      severity: 'warning',
      message: `${this.title} has "${field}", which has no effect: ${because}.`,
      field,
      target: 'key',
      hint: 'Remove it.',
    });
  }

  /** Reports the fields that nobody asked for, and gives you the specification extensions. */
  rest(): { extensions?: JsonObject } {
    const names = Object.keys(this.#members).filter(
      (name) => !this.#known.includes(name) && !this.#empty.includes(name),
    );
    if (names.length === 0) return {};
    reportStrayFields(this, names, { known: this.#known, later: this.#later });
    const extensions = names.filter(isExtension);
    if (extensions.length === 0) return {};
    const entries = extensions.map((name) => [name, this.#members[name]] as const);
    return { extensions: Object.fromEntries(entries) as JsonObject };
  }

  /** The value of a field, which then is no stray one; reports one that should have a value. */
  #take(field: string, options: FieldOptions, nullable = false): Json | undefined {
    if (options.since === '1.1' && this.context.version === '1.0') {
      this.#later.push(field);
      if (options.tolerated !== true) return undefined;
    } else {
      this.#known.push(field);
    }
    const value = this.raw(field);
    if (value !== undefined && (value !== null || nullable)) return value;
    this.#reportEmpty(field, value, options.required === true);
    return undefined;
  }

  #open(field: string, options: FieldOptions): Place | undefined {
    const value = this.#take(field, options);
    return value === undefined ? undefined : this.#placeOf(field, value);
  }

  #placeOf(field: string, value: Json): Place {
    return { value, path: appendToken(this.path, field), context: this.context };
  }

  #reportEmpty(field: string, value: null | undefined, required: boolean): void {
    if (value === undefined && !required) return;
    const lack = value === null ? 'an empty' : 'no';
    this.report({
      code: required ? 'MISSING_FIELD' : 'EMPTY_FIELD',
      severity: required ? 'error' : 'warning',
      message: `${this.title} has ${lack} "${field}".`,
      field,
      hint: value === null ? 'Give it a value, or remove it.' : `Add "${field}".`,
    });
  }
}
