import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateTemplate, parseTemplate } from '../../../src/expressions/index.ts';
import type { Json, Scope } from '../../../src/expressions/index.ts';

const scope: Scope = {
  inputs: { a: 'x', n: 7, yes: true, no: null, o: { k: 1 }, trick: '{$inputs.a}' },
};

function fill(value: Json): unknown {
  return evaluateTemplate(parseTemplate(value).template, scope);
}

test('A-BODY-03 A-EXPR-19 a string that is one expression keeps the type of the value', () => {
  expect(fill({ petId: '$inputs.n', pet: '$inputs.o', none: '$inputs.no' })).toEqual({
    petId: 7,
    pet: { k: 1 },
    none: null,
  });
});

test('A-BODY-09 expressions are found at any depth', () => {
  expect(fill({ a: [{ b: ['$inputs.n'] }] })).toEqual({ a: [{ b: [7] }] });
});

test('A-BODY-06 text around expressions is kept', () => {
  expect(fill('<petId>{$inputs.n}</petId>')).toBe('<petId>7</petId>');
});

test('A-EXPR-20 a string may have several expressions in it', () => {
  expect(fill('{$inputs.a}-{$inputs.n}')).toBe('x-7');
});

test('A-EXPR-21 C-28 a string that is one expression in braces becomes text', () => {
  expect(fill('{$inputs.n}')).toBe('7');
});

test.each(['$5.00', '$.items[*]', 'a $inputs.b', '$unknown.x', '{n}', '{$x}', '{$.a}'])(
  'A-EXPR-22 "%s" stays as it is',
  (text) => {
    expect(fill(text)).toBe(text);
  },
);

test('A-EXPR-23 what is put in is not evaluated again', () => {
  expect(fill('$inputs.trick')).toBe('{$inputs.a}');
  expect(fill('a {$inputs.trick}')).toBe('a {$inputs.a}');
});

test('B-EXPR-04 an expression in braces ends at the brace', () => {
  expect(fill('{$inputs.o#/k}b')).toBe('1b');
});

test('B-EXPR-05 scalars have their usual text', () => {
  expect(fill('{$inputs.yes} {$inputs.no}')).toBe('true null');
});

test('B-EXPR-06 objects become JSON in text', () => {
  expect(fill('o={$inputs.o}')).toBe('o={"k":1}');
});

test('B-EXPR-07 a text is put in as it is', () => {
  expect(fill('<a>{$inputs.trick}</a>')).toBe('<a>{$inputs.a}</a>');
});

test('C-15 what leads to nothing is left out, null or empty', () => {
  expect(fill({ a: '$inputs.z', b: ['$inputs.z'], c: '[{$inputs.z}]' })).toEqual({
    b: [null],
    c: '[]',
  });
});

test('a key "__proto__" is a key like any other', () => {
  const value = JSON.parse('{"__proto__": "$inputs.n"}') as Json;
  expect(JSON.stringify(fill(value))).toBe('{"__proto__":7}');
});

test('a value without expressions is not copied', () => {
  const value = { a: [{ b: 'text' }] };
  expect(fill(value)).toBe(value);
  expect(fill({ big: value, n: '$inputs.n' })).toHaveProperty('big', value);
});

test('a value without expressions is itself', () => {
  const literal = fc
    .jsonValue()
    .filter((value) => !JSON.stringify(value).includes('$')) as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(literal, (value) => {
      expect(fill(value)).toBe(value);
    }),
  );
});
