import { describe, expect, it } from 'vitest';
import {
  foreignFiles,
  mayReferToFiles,
  parseDescription,
  parseSourceText,
} from '../../src/openapi/index.ts';
import { source } from '../helpers/source.ts';

describe('the text of a source', () => {
  it('is JSON or YAML 1.2', async () => {
    expect(await parseSourceText('{"a": [1, null]}')).toEqual({
      value: { a: [1, null] },
    });
    const yaml = source`
      no: off
      day: 2024-01-01
      200: ok
      all: &all { a: 1 }
      more: { <<: *all, b: 2 }
    `;
    expect(await parseSourceText(yaml)).toEqual({
      value: {
        no: 'off',
        day: '2024-01-01',
        200: 'ok',
        all: { a: 1 },
        more: { a: 1, b: 2 },
      },
    });
  });

  it('counts a key that occurs twice the last time', async () => {
    expect(await parseSourceText('a: 1\na: 2')).toEqual({ value: { a: 2 } });
  });

  it.each(['a: [', '%', '{"a": 1', 'a: !!js/function x', ''])(
    'is told when it is broken: %j',
    async (text) => {
      expect((await parseSourceText(text)).problem).toMatch(/^is /);
    },
  );

  it('is refused when its aliases have no end, or none worth waiting for', async () => {
    const laughs = Array.from({ length: 30 }, (_, i) =>
      i === 0 ? 'a0: &a0 [x, x]' : `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`,
    ).join('\n');
    expect((await parseSourceText(laughs)).problem).toMatch(/too large/);
    expect((await parseSourceText('a: &a { b: *a }')).problem).toMatch(/contains itself/);
  });
});

describe('parseDescription', () => {
  it('gives the description, or why there is none', async () => {
    expect((await parseDescription('openapi: 3.1.0')).description?.version).toBe('3.1');
    expect((await parseDescription('arazzo: 1.0.1')).problem).toMatch(/not an OpenAPI/);
    expect((await parseDescription('a: [')).problem).toMatch(/neither JSON nor YAML/);
  });
});

describe('mayReferToFiles', () => {
  it.each([
    '{"$ref":"#/a"}',
    '{ "$ref" : "#/a" }',
    "a: { $ref: '#/a' }",
    'a:\n  "$ref":\n    "#/a"',
    'a: b',
  ])('%j refers to itself at most', (text) => {
    expect(mayReferToFiles(text)).toBe(false);
  });

  it.each([
    '{"$ref":"other.json"}',
    '{"\\u0024ref":"other.json"}',
    '{"$ref":"\\u002e/other.json"}',
    '$ref: other.yaml#/a',
    '$ref: # a comment\n  other.yaml',
    '? $ref\n: other.yaml',
    '$ref: *file',
    '$ref: !!str "other.yaml"',
    '"\\x24ref": other.yaml',
  ])('%j may refer to other files', (text) => {
    expect(mayReferToFiles(text)).toBe(true);
  });
});

describe('foreignFiles', () => {
  it('lists the other files of a description, by URL', () => {
    const value = {
      a: { $ref: './models/pet.yaml#/Pet' },
      b: [{ $ref: '#/a' }, { $ref: 'openapi.yaml#/a' }],
      c: { $ref: '/shared/error.json' },
    };
    expect(foreignFiles(value, 'https://a.test/v1/openapi.yaml').toSorted()).toEqual([
      'https://a.test/shared/error.json',
      'https://a.test/v1/models/pet.yaml',
    ]);
    expect(foreignFiles(value, 'specs/openapi.yaml').toSorted()).toEqual([
      '/shared/error.json',
      'specs/models/pet.yaml',
    ]);
  });
});
