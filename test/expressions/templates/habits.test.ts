import { expect, test } from 'vitest';
import { evaluateTemplate, parseTemplate } from '../../../src/expressions/index.ts';
import type { Scope } from '../../../src/expressions/index.ts';
import { answer } from '../support/answer.ts';

const scope: Scope = {
  ...answer({ id: 3 }),
  inputs: { token: 'T', id: 7 },
  steps: { s: { outputs: { n: 'N', url: 'U' } } },
};

function fill(text: string): unknown {
  return evaluateTemplate(parseTemplate(text).template, scope);
}

function codes(text: string): readonly string[] {
  return parseTemplate(text).notes.map(({ code }) => code);
}

test.each([
  ['Bearer $inputs.token', 'Bearer T'],
  ['basic $inputs.token', 'basic T'],
  ['Bearer $steps.s.outputs.n', 'Bearer N'],
  ['Patient/$inputs.id', 'Patient/7'],
  ['id:$inputs.id', 'id:7'],
  ['a=$inputs.id&b=$inputs.token', 'a=7&b=T'],
  ['a={$inputs.token}&b=$inputs.id', 'a=T&b=7'],
  ['Charge $steps.s.outputs.n is at $steps.s.outputs.url.', 'Charge N is at U.'],
  ['see $response.body#/id!', 'see 3!'],
])(
  'what is clearly meant is evaluated without braces, with a note: %s',
  (text, expected) => {
    expect(fill(text)).toBe(expected);
    expect(codes(text)).toContain('UNBRACED_EXPRESSION');
  },
);

test.each([
  'a $inputs.b',
  'costs $inputs.a lot',
  'Bearer $inputs.token and more',
  'a/$inputs.b $inputs.c d',
  '{"a":"$inputs.id"}',
  'x=$inputs.a}',
])('A-EXPR-22 what is not clear stays text, with a note: %s', (text) => {
  expect(fill(text)).toBe(text);
  expect(codes(text)).toContain('UNBRACED_EXPRESSION');
});

test.each(['${inputs.id}', 'a {{inputs.id}}', '{{steps.s.outputs.n}}', 'x${steps.s.n}'])(
  'A-EXPR-22 %s stays text, with a note',
  (text) => {
    expect(fill(text)).toBe(text);
    expect(codes(text)).toEqual(['FOREIGN_TEMPLATE']);
  },
);

test('a pointer without its slash is understood, with a note', () => {
  expect(fill('$response.body#id')).toBe(3);
  expect(parseTemplate('$response.body#id').notes).toMatchObject([
    { code: 'POINTER_WITHOUT_SLASH', hint: 'Write "$response.body#/id".' },
  ]);
});

test('A-EXPR-23 what is put in without braces is not evaluated again', () => {
  const { template } = parseTemplate('Bearer $inputs.a');
  const inputs = { a: '$inputs.b {$inputs.b}', b: 'secret' };
  expect(evaluateTemplate(template, { inputs })).toBe('Bearer $inputs.b {$inputs.b}');
});
