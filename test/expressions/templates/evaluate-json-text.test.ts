import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateJsonText, parseTemplate } from '../../../src/expressions/index.ts';

function fill(text: string, inputs: Record<string, unknown>): string {
  const { template } = parseTemplate(text);
  if (template.kind !== 'text') throw new Error('no template text');
  return evaluateJsonText(template, { inputs });
}

test('A-BODY-04 C-29 a value between quotation marks is a string', () => {
  expect(fill('{"petId":"{$inputs.id}"}', { id: 7 })).toBe('{"petId":"7"}');
});

test('A-BODY-04 the text around the values is kept', () => {
  const text = '{\n  "big": 12345678901234567890, "id": "{$inputs.id}"\n}';
  expect(fill(text, { id: 'a' })).toBe(text.replace('{$inputs.id}', 'a'));
});

test('C-29 a value without quotation marks keeps its type', () => {
  expect(fill('{"o":{$inputs.o}}', { o: { a: [1] } })).toBe('{"o":{"a":[1]}}');
});

test('C-29 an object between quotation marks makes every such value keep its type', () => {
  const text = '{"customer":"{$inputs.c}","n":"{$inputs.n}","t":"n={$inputs.n}"}';
  expect(JSON.parse(fill(text, { c: { a: 'q"q' }, n: 2 }))).toEqual({
    customer: { a: 'q"q' },
    n: 2,
    t: 'n=2',
  });
});

test('C-15 what leads to nothing is left out when values keep their type', () => {
  const text = '{"customer":"{$inputs.c}","gone":"{$inputs.z}"}';
  expect(fill(text, { c: {} })).toBe('{"customer":{}}');
});

test('C-15 what leads to nothing is an empty string in text', () => {
  expect(fill('{"a":"{$inputs.z}"}', {})).toBe('{"a":""}');
});

test('C-29 a value cannot end the string it stands in', () => {
  const id = '1","admin":true,"x":"\n';
  expect(JSON.parse(fill('{"id":"no {$inputs.id}"}', { id }))).toEqual({
    id: `no ${id}`,
  });
});

test('A-EXPR-23 what looks like an expression in a value stays text', () => {
  const text = '{"a":"{$inputs.c}","b":"{$inputs.t}","c":"$inputs.t"}';
  expect(JSON.parse(fill(text, { c: [1], t: '{$inputs.c}' }))).toEqual({
    a: [1],
    b: '{$inputs.c}',
    c: '$inputs.t',
  });
});

test('C-29 a text without quotation marks becomes a JSON string', () => {
  const text = '{"name":{$inputs.name},"age":{$inputs.age},"gone":{$inputs.z}}';
  expect(fill(text, { name: 'Ada', age: 36 })).toBe(
    '{"name":"Ada","age":36,"gone":null}',
  );
});

test('C-29 no text between quotation marks can change the structure', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const filled = fill('{"a":"<{$inputs.v}>","b":1}', { v: value });
      expect(JSON.parse(filled)).toEqual({ a: `<${value}>`, b: 1 });
    }),
  );
});

test('a text that is no JSON at all is filled as text', () => {
  expect(fill('a={$inputs.a}', { a: 'b' })).toBe('a=b');
});
