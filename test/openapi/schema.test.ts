import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { JsonSchema, OpenApiOperation } from '../../src/openapi/index.ts';
import type { Json, JsonObject } from '../../src/openapi/json.ts';
import { describeApi } from './support/describe-api.ts';

interface Case {
  readonly openapi?: string;
  readonly schemas?: JsonObject;
  readonly resolveFile?: (url: string) => Json | undefined;
  readonly url?: string;
}

function read(
  schema: Json,
  { schemas = {}, ...options }: Case = {},
): {
  schema: JsonSchema | undefined;
  operation: OpenApiOperation | undefined;
} {
  const content = { 'application/json': { schema } };
  const operation = describeApi(
    { paths: { '/a': { post: { requestBody: { content } } } }, components: { schemas } },
    options,
  ).read({ route: 'POST /a' });
  return { schema: operation?.requestBody?.mediaTypes[0]?.schema(), operation };
}

function accepts(schema: JsonSchema | undefined, value: unknown): boolean {
  return new Ajv2020({ strict: false, validateFormats: false }).validate(
    schema ?? true,
    value,
  );
}

describe('a schema that stands alone', () => {
  it('keeps cycles as references into its $defs', () => {
    const Node = {
      type: 'object',
      properties: { next: { $ref: '#/components/schemas/Node' } },
    };
    const { schema } = read({ $ref: '#/components/schemas/Node' }, { schemas: { Node } });
    expect(schema).toMatchObject({ $ref: '#/$defs/Node' });
    expect(accepts(schema, { next: { next: {} } })).toBe(true);
    expect(accepts(schema, { next: { next: 5 } })).toBe(false);
  });

  it('tells schemas of the same last name apart', () => {
    const schemas = {
      A: { properties: { x: { type: 'string' } } },
      B: { properties: { x: { type: 'integer' } } },
    };
    const { schema } = read(
      {
        properties: {
          a: { $ref: '#/components/schemas/A/properties/x' },
          b: { $ref: '#/components/schemas/B/properties/x' },
        },
      },
      { schemas },
    );
    expect(accepts(schema, { a: 'text', b: 1 })).toBe(true);
    expect(accepts(schema, { a: 'text', b: 'text' })).toBe(false);
  });

  it('lets values be: what looks like a schema in an example is none', () => {
    const { schema } = read({ const: { $ref: '#/nowhere', nullable: true } });
    expect(schema).toEqual({ const: { $ref: '#/nowhere', nullable: true } });
  });

  it('keeps properties that are named like keywords', () => {
    const properties = { example: { type: 'string' }, discriminator: true, 'x-a': false };
    expect(read({ properties }).schema).toEqual({ properties });
  });

  it('refers across files, each relative to itself', () => {
    const files: Record<string, Json> = {
      'https://a.test/models/pet.yaml': {
        Pet: { properties: { tag: { $ref: 'tag.yaml' } } },
      },
      'https://a.test/models/tag.yaml': { type: 'string' },
    };
    const { schema } = read(
      { $ref: 'models/pet.yaml#/Pet' },
      { url: 'https://a.test/openapi.yaml', resolveFile: (url) => files[url] },
    );
    expect(accepts(schema, { tag: 'a' })).toBe(true);
    expect(accepts(schema, { tag: 1 })).toBe(false);
  });
});

describe('an unusual schema', () => {
  it('of items is one of the list of them (3.2)', () => {
    const content = { 'application/jsonl': { itemSchema: { type: 'string' } } };
    const operation = describeApi(
      { paths: { '/a': { post: { requestBody: { content } } } } },
      { openapi: '3.2.0' },
    ).read({ route: 'POST /a' });
    expect(operation?.requestBody?.mediaTypes[0]?.schema()).toEqual({
      type: 'array',
      items: { type: 'string' },
    });
  });

  it('may be a boolean', () => {
    expect(read(false).schema).toBe(false);
    expect(read(true).schema).toBe(true);
  });

  it('that has no bottom allows everything, and that is told', () => {
    let schema: Json = {};
    for (let depth = 0; depth < 1000; depth += 1) schema = { items: schema };
    const { schema: converted, operation } = read(schema);
    expect(converted).toBe(true);
    expect(operation?.problems).toEqual([
      { pointer: expect.any(String), message: expect.stringContaining('too large') },
    ]);
  });
});

describe('a reference that leads nowhere', () => {
  it.each([
    ['#/components/schemas/Nope', 'leads to nothing'],
    ['other.yaml#/A', 'another file'],
    ['#anchor', 'no JSON Pointer'],
  ])('allows everything and is told: %s', ($ref, why) => {
    const { schema, operation } = read({ $ref });
    expect(schema).toBe(true);
    expect(operation?.problems).toEqual([
      { pointer: expect.any(String), message: expect.stringContaining(why) },
    ]);
  });

  it('is told when it leads back to itself', () => {
    const schemas = {
      A: { $ref: '#/components/schemas/B' },
      B: { $ref: '#/components/schemas/A' },
    };
    const { schema, operation } = read({ $ref: '#/components/schemas/A' }, { schemas });
    expect(schema).toBe(true);
    expect(operation?.problems).toHaveLength(1);
  });
});

describe('dialects', () => {
  it.each([
    [{ type: 'string', nullable: true }, null, true],
    [{ type: 'string', nullable: true, enum: ['a'] }, null, true],
    [{ allOf: [{ type: 'string' }], nullable: true }, null, true],
    [{ type: 'integer', minimum: 0, exclusiveMinimum: true }, 0, false],
    [{ type: 'integer', maximum: 5, exclusiveMaximum: true }, 5, false],
    [{ type: 'integer', minimum: 0, exclusiveMinimum: false }, 0, true],
    [{ type: 'string', 'x-nullable': true }, null, true],
  ])('of 3.0 become JSON Schema: %j', (schema, value, expected) => {
    expect(accepts(read(schema).schema, value)).toBe(expected);
  });

  it('ignores what stands beside a reference before 3.1, and keeps it from there on', () => {
    const schemas = { A: { type: 'string' } };
    const beside = { $ref: '#/components/schemas/A', maxLength: 1 };
    expect(accepts(read(beside, { schemas }).schema, 'long')).toBe(true);
    expect(accepts(read(beside, { schemas, openapi: '3.1.0' }).schema, 'long')).toBe(
      false,
    );
  });
});
