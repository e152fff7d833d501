import type { NormalizedSchema } from '@smithy/core/schema';

import type { Json } from '../../../expressions/index.ts';
import type { JsonSchema } from '../../../openapi/index.ts';
import { requiredOf, wireNames } from '../coercion.ts';
import { createDefinitions } from './definitions.ts';
import type { Definitions } from './definitions.ts';
import { findEnumeration } from './find-enumeration.ts';
import { toScalarSchema } from './scalar-schemas.ts';
import type { Direction } from './scalar-schemas.ts';

/** What a schema is converted with. */
export interface SchemaOptions {
  /** Everything that the client's package exports: its enumerations are among it. */
  readonly exported: object;
  readonly direction: Direction;
}

/** The runtime schema of an input or output as JSON Schema (2020-12) that stands alone. */
export function toJsonSchema(root: NormalizedSchema, options: SchemaOptions): JsonSchema {
  // An operation without input or output has no structure.
  if (!root.isStructSchema()) return { type: 'object' };
  const definitions = createDefinitions();
  const conversion = { ...options, definitions };
  const schema = convertStructure(root, conversion);
  const $defs = definitions.convertAll((each) => convertStructure(each, conversion));
  return Object.keys($defs).length === 0 ? schema : { ...schema, $defs };
}

interface Conversion extends SchemaOptions {
  readonly definitions: Definitions;
}

function convertStructure(
  schema: NormalizedSchema,
  conversion: Conversion,
): { readonly [key: string]: Json } {
  const members = convertMembers(schema, conversion);
  if (schema.isUnionSchema()) return { type: 'object', oneOf: members.map(toOnlyMember) };
  return {
    type: 'object',
    properties: Object.fromEntries(members),
    ...requirements(schema, conversion),
  };
}

function convertMembers(
  schema: NormalizedSchema,
  conversion: Conversion,
): readonly (readonly [string, Json])[] {
  const required = new Set(requiredOf(schema));
  const mayBeNull = conversion.direction === 'input' && !schema.isUnionSchema();
  return [...schema.structIterator()].flatMap(([name, member]) => {
    const plain = convertMember(schema, member, conversion);
    const converted = mayBeNull && !required.has(name) ? orNull(plain) : plain;
    return namesOf(name, member, conversion).map((each) => [each, converted] as const);
  });
}

/** An input may use the names of the protocol too. */
function namesOf(
  name: string,
  member: NormalizedSchema,
  { direction }: Conversion,
): readonly string[] {
  return direction === 'output' ? [name] : [...new Set([name, ...wireNames(member)])];
}

function toOnlyMember([name, schema]: readonly [string, Json]): Json {
  return {
    type: 'object',
    properties: { [name]: schema },
    required: [name],
    additionalProperties: false,
  };
}

/** The service itself gives the idempotency token. */
function requirements(
  schema: NormalizedSchema,
  conversion: Conversion,
): { readonly [key: string]: Json } {
  const required = requiredOf(schema).filter(
    (name) => !schema.getMemberSchema(name).isIdempotencyToken(),
  );
  const names = required.map((name) =>
    namesOf(name, schema.getMemberSchema(name), conversion),
  );
  const plain = names.filter(({ length }) => length === 1).flat();
  const either = names.filter(({ length }) => length > 1);
  return {
    ...(plain.length > 0 && { required: plain }),
    ...(either.length > 0 && { allOf: either.map(toEither) }),
  };
}

function toEither(names: readonly string[]): Json {
  return { anyOf: names.map((name) => ({ required: [name] })) };
}

function convertMember(
  structure: NormalizedSchema,
  member: NormalizedSchema,
  conversion: Conversion,
): Json {
  const values = member.isStringSchema()
    ? findEnumeration(
        conversion.exported,
        structure.getName() ?? '',
        member.getMemberName(),
      )
    : undefined;
  return values === undefined
    ? convert(member, conversion)
    : { type: 'string', enum: values };
}

function convert(schema: NormalizedSchema, conversion: Conversion): Json {
  if (schema.isStructSchema())
    return { $ref: `#/$defs/${conversion.definitions.nameOf(schema)}` };
  if (schema.isListSchema())
    return { type: 'array', items: convertItems(schema, conversion) };
  if (schema.isMapSchema())
    return { type: 'object', additionalProperties: convertItems(schema, conversion) };
  return toScalarSchema(schema, conversion.direction);
}

/** A null that an input may have is not sent. */
function orNull(schema: Json): Json {
  return { anyOf: [schema, { type: 'null' }] };
}

/** Only a list or map with the trait `sparse` may have nulls. */
function convertItems(schema: NormalizedSchema, conversion: Conversion): Json {
  const items = convert(schema.getValueSchema(), conversion);
  const isSparse = Boolean(schema.getMergedTraits().sparse);
  return isSparse ? orNull(items) : items;
}
