import { formatPointer } from '../expressions/index.ts';
import { adaptSchema } from './adapt-schema.ts';
import { isObject } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { referenceOf } from './references.ts';
import type { Place, References } from './references.ts';

/** A JSON Schema (2020-12) that stands alone: what it refers to is in its `$defs`. */
export type JsonSchema = JsonObject | boolean;

/** What converting needs to know. */
export interface SchemaContext {
  readonly references: References;
  /** Schemas of 3.1 and later are JSON Schema as they are; before, they are a dialect of it. */
  readonly isJsonSchema: boolean;
  readonly report: (message: string) => void;
}

/**
 * Aliases in YAML make a small text a huge value when it is written out; no schema that is meant
 * to be checked comes near this.
 */
const maxNodes = 100_000;
const maxDepth = 200;

/** Converts a Schema Object and everything that it refers to. Cycles stay references. */
export function toJsonSchema(place: Place, context: SchemaContext): JsonSchema {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const queue: Place[] = [];
  let nodes = 0;
  let depth = 0;
  let isTooLarge = false;

  function convert(at: Place): Json {
    nodes += 1;
    depth += 1;
    isTooLarge ||= nodes > maxNodes || depth > maxDepth;
    const schema = isTooLarge ? true : convertValue(at);
    depth -= 1;
    return schema;
  }

  function convertValue(at: Place): Json {
    const { value } = at;
    if (!isObject(value)) return value !== false;
    if (referenceOf(value) !== undefined) return convertReference(at, value);
    return adaptSchema(convertMembers(at, value, () => true));
  }

  function convertReference(at: Place, value: JsonObject): Json {
    const followed = context.references.follow(at);
    if (followed.value === undefined) return true;
    const $ref = `#/$defs/${nameOf(followed)}`;
    // Before 3.1 whatever stands beside a reference is ignored.
    return context.isJsonSchema
      ? { ...convertMembers(at, value, (key) => key !== '$ref'), $ref }
      : { $ref };
  }

  function nameOf(target: Place): string {
    const id = `${target.file.url}#${target.pointer}`;
    const known = names.get(id);
    if (known !== undefined) return known;
    const plain = (target.pointer.split('/').at(-1) ?? '').replaceAll(/[^\w.-]/gu, '_');
    let name = plain || 'schema';
    let count = counts.get(plain) ?? 1;
    while (taken.has(name)) name = `${plain}_${(count += 1)}`;
    counts.set(plain, count);
    names.set(id, name);
    taken.add(name);
    queue.push(target);
    return name;
  }

  function convertMembers(
    at: Place,
    value: JsonObject,
    isWanted: (key: string) => boolean,
  ): JsonObject {
    const members = Object.entries(value).filter(
      ([key]) => isWanted(key) && !notJsonSchema.has(key),
    );
    return Object.fromEntries(
      members.map(([key, member]) => [key, convertMember(at, key, member)]),
    );
  }

  /** Only what holds schemas is looked into: what an example or `const` holds is none. */
  function convertMember(at: Place, key: string, member: Json): Json {
    const isMap = mapsOfSchemas.has(key) && isObject(member);
    if (!isMap && !schemaKeywords.has(key)) return member;
    const inside = memberOf(at, key, member);
    if (Array.isArray(member))
      return member.map((item: Json, index) => convert(memberOf(inside, index, item)));
    if (!isMap) return convert(inside);
    return Object.fromEntries(
      Object.entries(member).map(([name, each]) => [
        name,
        convert(memberOf(inside, name, each)),
      ]),
    );
  }

  const schema = convert(place);
  const definitions = new Map<string, Json>();
  // It grows while it is read.
  for (const next of queue) {
    if (isTooLarge) break;
    definitions.set(nameOf(next), convert(next));
  }
  if (isTooLarge) {
    context.report(
      'The schema is too large and is taken for one that allows everything.',
    );
    return true;
  }
  if (!isObject(schema)) return schema === true;
  return definitions.size === 0
    ? schema
    : { ...schema, $defs: Object.fromEntries(definitions) };
}

function memberOf({ file, pointer }: Place, key: string | number, value: Json): Place {
  return { file, pointer: pointer + formatPointer([key]), value };
}

const mapsOfSchemas = new Set(['properties', 'patternProperties', 'dependentSchemas']);

const schemaKeywords = new Set([
  'additionalItems',
  'additionalProperties',
  'allOf',
  'anyOf',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'oneOf',
  'prefixItems',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/**
 * Keywords that are left out: they say nothing about what is valid, or they change what a `$ref`
 * is relative to, which has been followed already.
 */
const notJsonSchema = new Set([
  '$anchor',
  '$defs',
  '$dynamicAnchor',
  '$dynamicRef',
  '$id',
  '$schema',
  '$vocabulary',
  'definitions',
  'discriminator',
  'example',
  'externalDocs',
  'xml',
]);
