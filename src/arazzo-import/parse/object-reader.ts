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
  /** How messages call the object: `Step "pay"`. */
  readonly title: string;
  readonly context: ReadContext;
  readonly #members: JsonObject;
  readonly #known = new Set<string>();
  readonly #later = new Set<string>();
  readonly #empty = new Set<string>();

  constructor(members: JsonObject, { path, context }: Place, title: string) {
    this.path = path;
    this.context = context;
    this.title = title;
    this.#members = members;
  }

  /** Whether the field is written, whatever its value. */
  has(field: string): boolean {
    return Object.hasOwn(this.#members, field) && !this.#empty.has(field);
  }

  /** The value as written, without any check. */
  raw(field: string): Json | undefined {
    return this.has(field) ? this.#members[field] : undefined;
  }

  /** Any value, `null` too. */
  json(field: string, options: FieldOptions = {}): Json | undefined {
    return this.#take(field, options, true)?.value;
  }

  /** A text, also when its quotes are missing. */
  string(field: string, options: FieldOptions = {}): string | undefined {
    const place = this.#take(field, options);
    return place && readText(this, field, place);
  }

  /** A number that is not negative, also when it is quoted. */
  number(
    field: string,
    options: FieldOptions & { integer?: true } = {},
  ): number | undefined {
    const place = this.#take(field, options);
    return place && readNumber(this, field, place, options.integer ?? false);
  }

  /** One of a few words; some of them only since Arazzo 1.1. */
  choice<T extends string>(
    field: string,
    words: Words<T>,
    options: FieldOptions = {},
  ): T | undefined {
    const place = this.#take(field, options);
    return place && readWord(this, field, place, words);
  }

  /** A nested object, or whatever `read` makes of the value. */
  object<T>(field: string, read: Read<T>, options: FieldOptions = {}): T | undefined {
    const place = this.#take(field, options);
    return place && read(place);
  }

  /** The usable items of an array; empty when the field is absent. */
  list<T>(field: string, read: Read<T>, options: ListOptions = {}): T[] {
    const place = this.#take(field, options);
    return place === undefined ? [] : readList(this, field, place, read, options);
  }

  strings(field: string, options: FieldOptions = {}): string[] {
    return this.list(field, readItemText, { ...options, isItem: isText });
  }

  /** The usable members of a map from names; empty when the field is absent. */
  map<T>(field: string, read: Read<T>, options: FieldOptions = {}): Record<string, T> {
    const place = this.#take(field, options);
    if (place === undefined) return {};
    const members = place.value;
    if (!isObject(members)) return wrongType(this, field, place, 'an object') ?? {};
    const entries = Object.entries(members).flatMap(([name, value]) => {
      const member = read({ ...place, value, path: appendToken(place.path, name) });
      return member === undefined ? [] : [[name, member] as const];
    });
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
    for (const field of fields.filter((each) => this.raw(each) === '')) {
      this.#empty.add(field);
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
    this.#known.add(field);
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
    const others = Object.entries(this.#members).filter(
      ([name]) => !this.#known.has(name) && !this.#empty.has(name),
    );
    const names = others.map(([name]) => name);
    reportStrayFields(this, names, { known: this.#known, later: this.#later });
    const extensions = others.filter(([name]) => isExtension(name));
    return extensions.length > 0 ? { extensions: Object.fromEntries(extensions) } : {};
  }

  #take(field: string, options: FieldOptions, nullable = false): Place | undefined {
    if (options.since === '1.1' && this.context.version === '1.0') {
      this.#later.add(field);
      if (options.tolerated !== true) return undefined;
    } else {
      this.#known.add(field);
    }
    const value = this.raw(field);
    if (value === undefined || (value === null && !nullable)) {
      this.#reportEmpty(field, value, options.required === true);
      return undefined;
    }
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
