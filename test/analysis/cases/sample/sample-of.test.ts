import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../../src/analysis/cases/sample/sample-of.ts';
import type { JsonSchema } from '../../../../src/openapi/index.ts';

const ajv = new Ajv2020({
  strict: false,
  logger: false,
  meta: false,
  validateSchema: false,
});

function isValid(schema: JsonSchema, value: unknown): boolean {
  return ajv.compile(schema)(value);
}

describe('sampleOf', () => {
  it('has all declared members, with texts called after them', () => {
    const schema = {
      type: 'object',
      properties: { id: { type: 'string' }, size: { type: 'integer', minimum: 5 } },
    };
    expect(sampleOf(schema)).toEqual({ id: 'id-1', size: 5 });
    expect(sampleOf(schema, { members: 'required' })).toEqual({});
  });

  it('takes what the schema gives before anything made up', () => {
    expect(sampleOf({ type: 'string', default: 'a', enum: ['b', 'a'] })).toBe('a');
    expect(sampleOf({ type: 'string', examples: ['e'] })).toBe('e');
    expect(sampleOf({ type: 'string', enum: ['b', 'a'] })).toBe('b');
    expect(sampleOf({ const: { a: 1 } })).toEqual({ a: 1 });
    expect(sampleOf({ type: 'integer', default: 'wrong' })).toBe(1);
  });

  it.each([
    ['date-time', '2024-01-01T00:00:00Z'],
    ['uuid', '00000000-0000-4000-8000-000000000001'],
    ['email', 'owner@example.com'],
    ['uri', 'https://example.com/owner'],
  ])('knows the format %s', (format, text) => {
    const schema = { type: 'object', properties: { owner: { type: 'string', format } } };
    expect(sampleOf(schema)).toEqual({ owner: text });
  });

  it('follows references and ends where they come back', () => {
    const schema: JsonSchema = {
      $ref: '#/$defs/Tree',
      $defs: {
        Tree: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string', pattern: '^[a-z]{3}\\d$' },
            children: { type: 'array', items: { $ref: '#/$defs/Tree' } },
          },
        },
      },
    };
    const tree = sampleOf(schema);
    expect(isValid(schema, tree)).toBe(true);
    expect(Object.keys(tree as object)).toEqual(['name', 'children']);
  });

  it('ends with schemas that can have no value', () => {
    const endless = { $ref: '#/$defs/A', $defs: { A: { $ref: '#/$defs/A' } } };
    expect(sampleOf(endless)).toBe('text-1');
    const required = { required: ['a'], properties: { a: { $ref: '#' } } };
    expect(sampleOf(required)).toMatchObject({ a: { a: {} } });
    expect(sampleOf(false)).toBeDefined();
  });

  it('finds the alternative that alone fits', () => {
    const oneOf = [
      { type: 'object', properties: { a: { type: 'string' } } },
      { type: 'object', required: ['b'], properties: { b: { type: 'integer' } } },
      { type: 'integer' },
    ];
    expect(isValid({ oneOf }, sampleOf({ oneOf }))).toBe(true);
  });

  it('stays small where everything has everything', () => {
    const names = Array.from({ length: 60 }, (_, index) => `m${index}`);
    const definitions = names.map((name) => [
      name,
      {
        type: 'object',
        properties: Object.fromEntries(
          names.map((each) => [each, { $ref: `#/$defs/${each}` }]),
        ),
      },
    ]);
    const schema = { $ref: '#/$defs/m0', $defs: Object.fromEntries(definitions) };
    expect(JSON.stringify(sampleOf(schema)).length).toBeLessThan(100_000);
  });

  it('gives valid samples for all sorts of schemas', () => {
    fc.assert(
      fc.property(schemas, fc.constantFrom('all', 'required'), (schema, members) => {
        expect(isValid(schema, sampleOf(schema, { members: members as 'all' }))).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });
});

const texts = fc
  .record({
    minLength: fc.nat(20),
    more: fc.nat(20),
    pattern: fc.constantFrom('^[a-z]', '[0-9]+', 'x?', '^a.*z$'),
    which: fc.constantFrom('length', 'pattern', 'none'),
  })
  .map(({ minLength, more, pattern, which }) => {
    if (which === 'none') return { type: 'string' };
    if (which === 'pattern') return { type: 'string', pattern };
    return { type: 'string', minLength, maxLength: minLength + more };
  });

const numbers = fc
  .record({
    minimum: fc.integer({ min: -50, max: 50 }),
    more: fc.nat(50),
    multipleOf: fc.constantFrom(1, 2, 3),
  })
  .map(({ minimum, more, multipleOf }) => ({
    type: 'integer',
    minimum,
    maximum: minimum + multipleOf + more,
    multipleOf,
  }));

const scalars = fc.oneof(
  texts,
  numbers,
  fc.constantFrom<JsonSchema>(
    { type: 'boolean' },
    { type: 'null' },
    { type: ['null', 'integer'] },
    { enum: ['a', 1, null] },
    { const: 'fixed' },
    true,
    {},
  ),
);

const { schemas } = fc.letrec<{ schemas: JsonSchema; objects: JsonSchema }>((tie) => ({
  schemas: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalars,
    tie('objects'),
    fc
      .record({ items: tie('schemas'), minItems: fc.nat(3) })
      .map((array) => ({ type: 'array', ...array })),
    fc.tuple(tie('schemas'), tie('schemas')).map((anyOf) => ({ anyOf })),
    fc
      .tuple(
        tie('objects'),
        fc.constant({
          type: 'object',
          required: ['own'],
          properties: { own: { type: 'string' } },
        }),
      )
      .map((allOf) => ({ allOf })),
    fc.tuple(fc.constant({ type: 'integer' }), texts).map((oneOf) => ({ oneOf })),
  ),
  objects: fc
    .record({
      properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('schemas'), {
        maxKeys: 3,
      }),
      required: fc.subarray(['a', 'b', 'c']),
      additionalProperties: fc.constantFrom(true, undefined),
      minProperties: fc.nat(4),
    })
    .map(({ properties, required, minProperties }) => ({
      type: 'object',
      properties,
      required,
      minProperties,
    })),
}));
