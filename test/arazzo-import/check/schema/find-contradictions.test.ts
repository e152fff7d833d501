import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findContradictions } from '../../../../src/arazzo-import/check/schema/find-contradictions.ts';
import { rootNode } from '../../../../src/arazzo-import/check/schema/schema-node.ts';
import { sketchTemplate } from '../../../../src/arazzo-import/check/schema/sketch.ts';
import { isObject } from '../../../../src/arazzo-import/is-object.ts';
import { parseTemplate } from '../../../../src/expressions/index.ts';
import type { Json } from '../../../../src/index.ts';
import type { JsonSchema } from '../../../../src/openapi/index.ts';

/** Its own schema is not compiled, which takes longer than everything else. */
const ajv = new Ajv2020({
  strict: false,
  logger: false,
  meta: false,
  validateSchema: false,
});

function findings(value: Json, schema: JsonSchema) {
  const sketch = sketchTemplate(parseTemplate(value).template);
  return findContradictions(sketch, rootNode(schema), { asText: false });
}

const name = fc.constantFrom('name', 'size', 'kind');

const scalarSchema = fc.oneof(
  fc.constantFrom<JsonSchema>(
    { type: 'string' },
    { type: 'integer' },
    { type: ['number', 'null'] },
    { type: 'boolean' },
    { enum: ['a', 'b', 1] },
    { const: 'a' },
    { type: 'string', minLength: 2, maxLength: 3 },
    { type: 'number', minimum: 1, exclusiveMaximum: 3 },
    { $ref: '#/$defs/shared' },
    true,
  ),
);

const schemas = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalarSchema,
    fc.record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
      },
      { requiredKeys: [] },
    ),
    fc.record({ type: fc.constant('array'), items: tie('schema'), maxItems: fc.nat(2) }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
  ) as fc.Arbitrary<JsonSchema>,
})).schema;

const values = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>('a', 'b', 'abcd', '', 0, 1, 2.5, true, null),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }) as fc.Arbitrary<Json>,
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value;

function standAlone(schema: JsonSchema): JsonSchema {
  return typeof schema === 'boolean'
    ? schema
    : { ...schema, $defs: { shared: { type: 'string', enum: ['a', 'abcd'] } } };
}

/** A name that is like one in the schema is reported, although nothing forbids it. */
function isRefused({ text }: { readonly text: string }): boolean {
  return !text.startsWith('there is no member');
}

test('what a validator accepts is never reported', () => {
  fc.assert(
    fc.property(schemas, values, (inner, value) => {
      const schema = standAlone(inner);
      const isValid = new Ajv2020({ strict: false, logger: false }).compile(schema)(
        value,
      );
      expect(isValid ? findings(value, schema).filter(isRefused) : []).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('with something unknown in it, what some value makes valid is never reported', () => {
  fc.assert(
    fc.property(schemas, values, name, values, (inner, value, key, hidden) => {
      const schema = standAlone(inner);
      const known = isObject(value) ? value : {};
      const isValid = ajv.compile(schema)({ ...known, [key]: hidden });
      const found = findings({ ...known, [key]: '$inputs.hidden' }, schema);
      expect(isValid ? found.filter(isRefused) : []).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('schemas that refer to each other without end are given up', () => {
  const schema = {
    anyOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }],
    $defs: {
      a: { anyOf: [{ $ref: '#/$defs/b' }, { $ref: '#/$defs/a' }] },
      b: { oneOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }] },
    },
  };
  expect(findings({ a: 1 }, schema)).toEqual([]);
});
