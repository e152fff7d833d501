import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCriterion } from '../../../src/expressions/index.ts';
import { answer } from '../support/answer.ts';
import { holds, notesOn, problemIn } from '../support/criterion.ts';

test.each([
  ['$response.body#/a == true', true],
  ['$response.body#/a == false', false],
  ['$response.body#/b == null', true],
  ['$response.body#/b != null', false],
])('A-CRIT-12 %s is %s', (condition, expected) => {
  expect(holds(condition, answer({ a: true, b: null }))).toBe(expected);
});

test.each(['-3.14', '1.5e3', '0', '12E-1'])('A-CRIT-13 %s is a number', (text) => {
  expect(holds(`$response.body == ${text}`, answer(Number(text)))).toBe(true);
});

test.each(['01', '1.', '.5', '0x10', '1a'])('A-CRIT-13 %s is no number', (text) => {
  expect(problemIn(`$response.body == ${text}`)).toBeDefined();
});

test('A-CRIT-14 a quotation mark in a string is written twice', () => {
  expect(holds("$inputs.name == 'it''s ok'", { inputs: { name: "it's ok" } })).toBe(true);
});

test('A-CRIT-14 a backslash in a string is a backslash', () => {
  expect(holds("$inputs.path == 'C:\\'", { inputs: { path: 'C:\\' } })).toBe(true);
});

test('A-CRIT-14 C-33 double quotation marks are understood, with a note', () => {
  const condition = '$inputs.name == "it\'s"';
  expect(holds(condition, { inputs: { name: "it's" } })).toBe(true);
  expect(notesOn(condition)).toMatchObject([
    { code: 'DOUBLE_QUOTES', hint: "Write 'it''s'." },
  ]);
});

test('A-CRIT-15 text is compared without regard to case', () => {
  expect(holds("$response.body == 'SOLD'", answer('sold'))).toBe(true);
  expect(holds("$response.body != 'SOLD'", answer('sold'))).toBe(false);
  expect(holds("$response.body < 'B'", answer('a'))).toBe(true);
});

test.each([
  ['<', [true, false, false]],
  ['<=', [true, true, false]],
  ['>', [false, false, true]],
  ['>=', [false, true, true]],
  ['==', [false, true, false]],
  ['!=', [true, false, true]],
])('A-CRIT-16 "%s" compares numbers', (operator, expected) => {
  const condition = `$statusCode ${operator} 200`;
  const found = [199, 200, 201].map((code) => holds(condition, answer({}, code)));
  expect(found).toEqual(expected);
});

test.each([
  ['true || false && false', true],
  ['(true || false) && false', false],
  ['!($statusCode == 200)', false],
  ['!true || true', true],
  ['!!true', true],
  ['true && 1 == 1', true],
])('A-CRIT-17 A-CRIT-18 %s is %s', (condition, expected) => {
  expect(holds(condition, answer({}))).toBe(expected);
});

test('A-CRIT-19 dots and brackets lead into values', () => {
  const scope = answer({ data: [{ id: 11, name: 'x' }] });
  expect(holds('$response.body.data[0].id > 10', scope)).toBe(true);
  expect(holds("$response.body.data[0].name == 'x'", scope)).toBe(true);
  expect(notesOn('$response.body.data[0].id > 10')).toEqual([]);
});

test('A-CRIT-20 B-CRIT-04 text that is a number is compared as one', () => {
  const scope = answer({}, 200, { 'x-count': '5' });
  expect(holds('$response.header.X-Count == 5', scope)).toBe(true);
  expect(holds("$statusCode == '200'", scope)).toBe(true);
  expect(holds("'10' > 9", scope)).toBe(true);
  expect(holds("'ten' > 9", scope)).toBe(false);
  expect(holds("'' == 0", scope)).toBe(false);
});

test('A-CRIT-21 C-15 what is missing equals null', () => {
  expect(holds('$response.body#/token == null', answer({}))).toBe(true);
  expect(holds('$response.body#/token != null', answer({}))).toBe(false);
  expect(holds('$response.body#/token < 1', answer({}))).toBe(false);
});

test('A-CRIT-22 both sides may be expressions', () => {
  const scope = { ...answer({ id: 4 }), inputs: { id: 4 } };
  expect(holds('$response.body#/id == $inputs.id', scope)).toBe(true);
});

test('A-CRIT-23 white space does not matter and strings may hold operators', () => {
  const scope = { ...answer({}), inputs: { x: 'a && b' } };
  expect(holds('$statusCode==200', scope)).toBe(true);
  expect(holds("'a && b'==$inputs.x", scope)).toBe(true);
  expect(holds(' ( $statusCode>199&&$statusCode<300 ) ', scope)).toBe(true);
});

test.each([
  ['$statusCode = 200', 12],
  ['$statusCode === 200', 12],
  ['$statusCode ==', 14],
  ['$statusCode == 200 &', 19],
  ['1 < 2 < 3', 5],
  ['($statusCode == 200', 19],
  ["$statusCode == 'x", 15],
  ['$steps. == 1', 7],
  ['{$statusCode = 200}', 13],
  ['', 0],
])('A-CRIT-24 %s is malformed at %i', (condition, offset) => {
  expect(problemIn(condition)).toMatchObject({ offset });
});

test.each(['process.exit()', 'constructor.constructor("x")()', '$inputs.a()', '`x`'])(
  'A-CRIT-29 %s is no condition',
  (condition) => {
    expect(problemIn(condition)).toBeDefined();
  },
);

test.each([
  ['null', false],
  ['false', false],
  ['true', true],
  ['$response.body#/none', false],
  ['$response.body#/text', true],
  ['$response.body#/empty', false],
])('B-CRIT-03 C-24 %s alone is %s', (condition, expected) => {
  expect(holds(condition, answer({ text: 'x', empty: '' }))).toBe(expected);
});

test.each([
  ['null == null', true],
  ['0 == null', false],
  ["'' == null", false],
  ['false == null', false],
])('B-CRIT-05 %s is %s', (condition, expected) => {
  expect(holds(condition, {})).toBe(expected);
});

test('C-25 an expression ends where an operator begins', () => {
  const scope = answer({}, 200, { 'x-a': '1' });
  expect(holds('$response.header.X-A&&true', scope)).toBe(true);
  expect(holds('$response.header.X-A!=2', scope)).toBe(true);
});

test.each(['{$statusCode == 200}', '{$statusCode} == 200'])(
  'C-33 %s is understood, with a note',
  (condition) => {
    expect(holds(condition, answer({}))).toBe(true);
    expect(notesOn(condition)).toMatchObject([{ code: 'BRACED_CONDITION' }]);
  },
);

test.each(['(', '!', '((!'])('"%s" again and again is a problem, no crash', (piece) => {
  const deep = `${piece.repeat(50_000)}true`;
  expect(problemIn(deep)).toMatchObject({ message: expect.stringContaining('deep') });
});

test('a very long condition is evaluated', () => {
  const long = Array.from({ length: 20_000 }, () => '$statusCode == 200').join(' && ');
  expect(holds(long, answer({}))).toBe(true);
});

test('reading never throws, whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom('$statusCode', '==', '&&', '(', ')', '!', "'", '"', '{', ' ', '1'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const condition = pieces.join('');
      expect(() => parseCriterion({ type: 'simple', condition }, {})).not.toThrow();
    }),
  );
});
