import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTemplate, referencesOf } from '../../../src/expressions/index.ts';
import type { Json } from '../../../src/expressions/index.ts';

test('the references of a template are its expressions in order', () => {
  const value = { a: '$inputs.a', b: ['{$inputs.b}/{$statusCode}', 'c'] };
  const texts = referencesOf(parseTemplate(value).template).map(({ text }) => text);
  expect(texts).toEqual(['$inputs.a', '$inputs.b', '$statusCode']);
});

test('a template is plain JSON', () => {
  const { template } = parseTemplate({ a: '$inputs.a', b: ['{$inputs.b}'] });
  expect(JSON.parse(JSON.stringify(template))).toEqual(template);
});

test('A-EXPR-25 a broken expression is reported where it stands', () => {
  const { problems } = parseTemplate({ 'a/b': [1, 'see {$steps.}'] });
  expect(problems).toMatchObject([{ path: '/a~1b/1', problem: { offset: 12 } }]);
});

test('A-EXPR-25 a broken expression is literal text', () => {
  const { template } = parseTemplate({ a: '$steps.' });
  expect(template).toEqual({ kind: 'literal', value: { a: '$steps.' } });
});

test('A-BODY-08 an expression whose brace is not closed is reported', () => {
  const { problems } = parseTemplate('id={$inputs.id&x=1');
  expect(problems).toMatchObject([{ path: '', problem: { offset: 3 } }]);
});

test('A-BODY-08 a brace that is not opened is text', () => {
  expect(parseTemplate('scope=$inputs.scope}&x={$inputs.x}')).toMatchObject({
    template: { parts: ['scope=$inputs.scope}&x=', { name: 'x' }] },
    notes: [{ code: 'UNBRACED_EXPRESSION' }],
    problems: [],
  });
});

test('an expression after an authentication scheme needs no braces, with a note', () => {
  expect(parseTemplate(['Bearer $inputs.token'])).toMatchObject({
    template: { items: [{ kind: 'text', source: 'Bearer {$inputs.token}' }] },
    notes: [
      { code: 'UNBRACED_EXPRESSION', path: '/0', hint: 'Write "{$inputs.token}".' },
    ],
  });
});

test.each([
  '{$inputs.a}',
  '$5.00',
  '$inputs.a',
  'US$ {$inputs.a}',
  '$unknown.x',
  'a$inputs.b',
])('A-EXPR-22 there is no note on "%s"', (text) => {
  expect(parseTemplate(text).notes).toEqual([]);
});

test('notes say where they belong', () => {
  const { notes } = parseTemplate({ a: 'x{$steps.s.y}' });
  expect(notes).toMatchObject([{ code: 'MISSING_OUTPUTS_KEYWORD', path: '/a' }]);
});

test('a value that is nested too deeply is taken as it is', () => {
  let value: Json = '$inputs.a';
  for (let depth = 0; depth < 100_000; depth++) value = [value];
  expect(parseTemplate(value)).toMatchObject({ problems: [{}] });
});

test('reading never throws, whatever the text', () => {
  const piece = fc.constantFrom('{', '}', '$', '{$inputs.a}', '{$', '$steps.', 'x', '"');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(() => parseTemplate(pieces.join(''))).not.toThrow();
    }),
  );
});

test('the parts of a text are the text', () => {
  const piece = fc.constantFrom('{', '}', '$', '{$inputs.a}', '{$url}', 'x');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = `${pieces.join('')}{$inputs.z}`;
      const { template } = parseTemplate(text);
      const parts = template.kind === 'text' ? template.parts : [];
      const written = parts.map((part) =>
        typeof part === 'string' ? part : `{${part.text}}`,
      );
      expect(written.join('')).toBe(text);
    }),
  );
});
