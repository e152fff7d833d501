import type { NormalizedSchema } from '@smithy/core/schema';

import { kindOf } from './input-problems.ts';
import type { InputProblems } from './input-problems.ts';
import { findScalar } from './scalar.ts';
import type { Scalar } from './scalar.ts';

/** Turns a JSON value into what the SDK takes for one member; `path` names it in the problems. */
type Coercion = (value: unknown, path: string, problems: InputProblems) => unknown;

/** A structure of the SDK's schema, prepared for reading many values. */
export interface StructShape {
  /** By the member's name, and by the name it has in a JSON body, a query or a header. */
  readonly members: ReadonlyMap<string, Member>;
  readonly required: readonly string[];
  readonly isUnion: boolean;
  /** The member that carries the idempotency token. */
  readonly token: string | undefined;
}

interface Member {
  readonly name: string;
  readonly coerce: Coercion;
}

/** The prepared form of a structure. It is made once for each schema. */
export function toStructShape(schema: NormalizedSchema): StructShape {
  const key = schema.getSchema() as object;
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const shape = compileStruct(schema);
  shapes.set(key, shape);
  return shape;
}

/** Members as the SDK takes them: coerced, without nulls and unknown ones. */
export function coerceStruct(
  shape: StructShape,
  entries: Iterable<readonly [string, unknown]>,
  path: string,
  problems: InputProblems,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, given] of entries) {
    if (isNull(given)) continue;
    const member = shape.members.get(key);
    if (member === undefined) problems.unknown.push(join(path, key));
    else result[member.name] = member.coerce(given, join(path, member.name), problems);
  }
  for (const name of shape.required) {
    if (!Object.hasOwn(result, name)) problems.missing.push(join(path, name));
  }
  if (shape.isUnion && Object.keys(result).length !== 1) {
    problems.wrong.push(`"${path}" needs exactly one of ${listNames(shape)}`);
  }
  return result;
}

const shapes = new WeakMap<object, StructShape>();

function compileStruct(schema: NormalizedSchema): StructShape {
  const members = new Map<string, Member>();
  let token: string | undefined;
  for (const [name, memberSchema] of schema.structIterator()) {
    const member = { name, coerce: toCoercion(memberSchema) };
    members.set(name, member);
    for (const alias of wireNames(memberSchema)) {
      if (!members.has(alias)) members.set(alias, member);
    }
    if (memberSchema.isIdempotencyToken()) token = name;
  }
  return {
    members,
    required: requiredOf(schema),
    isUnion: schema.isUnionSchema(),
    token,
  };
}

/** The names that a member has in a JSON body, a query or a header. */
export function wireNames(schema: NormalizedSchema): string[] {
  const { jsonName, httpQuery, httpHeader } = schema.getMergedTraits();
  const names = [jsonName, httpQuery, httpHeader?.toLowerCase()];
  return names.filter((name) => name !== undefined);
}

/** A structure lists its required members first and ends with their number. */
export function requiredOf(schema: NormalizedSchema): string[] {
  const raw: unknown = schema.getSchema();
  if (schema.isUnionSchema() || !Array.isArray(raw)) return [];
  const [names, count] = [raw[4] as string[], raw[6] as number | undefined];
  return names.slice(0, count ?? 0);
}

function toCoercion(schema: NormalizedSchema): Coercion {
  if (schema.isStructSchema()) return structCoercion(schema);
  if (schema.isListSchema()) return listCoercion(schema);
  if (schema.isMapSchema()) return mapCoercion(schema);
  const scalar = findScalar(schema);
  return scalar === undefined ? (value) => value : scalarCoercion(scalar);
}

function structCoercion(schema: NormalizedSchema): Coercion {
  return (value, path, problems) =>
    isObject(value)
      ? // Prepared when it is needed: a structure may contain itself.
        coerceStruct(toStructShape(schema), Object.entries(value), path, problems)
      : reject(path, 'an object', value, problems);
}

function listCoercion(schema: NormalizedSchema): Coercion {
  const coerce = itemCoercion(schema);
  const keeps = nullFilter(schema);
  return (value, path, problems) =>
    Array.isArray(value)
      ? value
          .filter(keeps)
          .map((item, index) => coerce(item, `${path}[${index}]`, problems))
      : reject(path, 'a list', value, problems);
}

function mapCoercion(schema: NormalizedSchema): Coercion {
  const coerce = itemCoercion(schema);
  const keeps = nullFilter(schema);
  return (value, path, problems) => {
    if (!isObject(value)) return reject(path, 'an object', value, problems);
    const entries = Object.entries(value)
      .filter(([, item]) => keeps(item))
      .map(([key, item]) => [key, coerce(item, join(path, key), problems)]);
    return Object.fromEntries(entries);
  };
}

/** For the items of a list or a map. Prepared when it is needed: it may contain itself. */
function itemCoercion(schema: NormalizedSchema): Coercion {
  let coerce: Coercion | undefined;
  return (item, path, problems) => {
    if (isNull(item)) return null;
    coerce ??= toCoercion(schema.getValueSchema());
    return coerce(item, path, problems);
  };
}

/** Only a list or a map with the trait `sparse` may have nulls. */
function nullFilter(schema: NormalizedSchema): (item: unknown) => boolean {
  const isSparse = Boolean(schema.getMergedTraits().sparse);
  return (item) => isSparse || !isNull(item);
}

function scalarCoercion(scalar: Scalar): Coercion {
  return (value, path, problems) =>
    scalar.convert(value) ?? reject(path, scalar.expected, value, problems);
}

function reject(
  path: string,
  expected: string,
  value: unknown,
  { wrong }: InputProblems,
): undefined {
  wrong.push(`"${path}" must be ${expected}, not ${kindOf(value)}`);
}

function isNull(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function listNames({ members }: StructShape): string {
  return [...new Set([...members.values()].map(({ name }) => `"${name}"`))].join(', ');
}
