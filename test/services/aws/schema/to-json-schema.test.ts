import { NormalizedSchema } from '@smithy/core/schema';
import { expect, test } from 'vitest';

import type { JsonSchema } from '../../../../src/openapi/index.ts';
import { toJsonSchema } from '../../../../src/services/aws/schema/to-json-schema.ts';

type Ref = Parameters<typeof NormalizedSchema.of>[0];

/** A structure as a client exports it: names, schemas, and how many of them are required. */
function structure(members: Record<string, unknown>, required = 0): Ref {
  const [names, schemas] = [Object.keys(members), Object.values(members)];
  return [3, 'test', 'Thing', 0, names, schemas, required] as unknown as Ref;
}

function convert(ref: Ref, direction: 'input' | 'output' = 'output'): JsonSchema {
  return toJsonSchema(NormalizedSchema.of(ref), { exported: {}, direction });
}

test.each([
  ['text', 0, { type: 'string' }],
  ['number', 1, { type: 'number' }],
  ['boolean', 2, { type: 'boolean' }],
  ['time', 4, { type: 'string', format: 'date-time' }],
  ['document', 15, true],
  ['whole number', 17, { type: ['integer', 'string'], pattern: String.raw`^-?\d+$` }],
  ['decimal number', 19, { type: ['string', 'number'] }],
  ['bytes', 21, { type: 'string', contentEncoding: 'base64' }],
  ['list', 64, { type: 'array', items: { type: 'string' } }],
  ['map', 128 | 1, { type: 'object', additionalProperties: { type: 'number' } }],
])('a %s', (_what, member, expected) => {
  expect(convert(structure({ member }))).toEqual({
    type: 'object',
    properties: { member: expected },
  });
});

test('a structure that contains itself refers to itself', () => {
  const part: unknown[] = [3, 'test', 'Part', 0, ['parts'], [() => parts], 1];
  const parts = [1, 'test', 'Parts', 0, () => part];
  const $ref = '#/$defs/Part';
  expect(convert(part as unknown as Ref)).toEqual({
    type: 'object',
    properties: { parts: { type: 'array', items: { $ref } } },
    required: ['parts'],
    $defs: {
      Part: {
        type: 'object',
        properties: { parts: { type: 'array', items: { $ref } } },
        required: ['parts'],
      },
    },
  });
});

test('two structures of one name are told apart', () => {
  const one = [3, 'one', 'Part', 0, ['a'], [0]];
  const other = [3, 'other', 'Part', 0, ['b'], [0]];
  expect(convert(structure({ one: () => one, other: () => other }))).toMatchObject({
    properties: { one: { $ref: '#/$defs/Part' }, other: { $ref: '#/$defs/Part_2' } },
    $defs: { Part: { properties: { a: {} } }, Part_2: { properties: { b: {} } } },
  });
});

test('a union has exactly one of its members', () => {
  const union = [4, 'test', 'Choice', 0, ['left', 'right'], [0, 1]] as unknown as Ref;
  expect(convert(union, 'input')).toMatchObject({
    oneOf: [{ required: ['left'] }, { required: ['right'] }],
  });
});

test('a list that may have gaps may have nulls', () => {
  const sparse = [1, 'test', 'Sparse', { sparse: 1 }, 1];
  expect(convert(structure({ sparse: () => sparse }))).toMatchObject({
    properties: { sparse: { items: { anyOf: [{ type: 'number' }, { type: 'null' }] } } },
  });
});

test('an input may use the names of the protocol, and need not have the token', () => {
  const members = { Size: [1, { httpQuery: 'page-size' }], Id: 0, Token: [0, 4] };
  const schema = convert(structure(members, 3), 'input');
  expect(schema).toMatchObject({
    properties: { Size: {}, 'page-size': {}, Id: {} },
    required: ['Id'],
    allOf: [{ anyOf: [{ required: ['Size'] }, { required: ['page-size'] }] }],
  });
});
