import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../support/answer.ts';
import { compile, holds, jsonpath, notesOn, problemIn } from '../support/criterion.ts';

const body = {
  a: { b: 'X' },
  n: 5,
  items: [1, 2, 3],
  tags: ['x', 'y'],
  nothing: null,
  pets: [{ id: 1, 'first name': 'Rex' }, { id: 2 }],
  length: 'long',
};

test.each([
  ['$.a.b == "X"', true],
  ["$.a.b == 'X'", true],
  ['$.a.b == "x"', false],
  ['$["a"][\'b\'] != "X"', false],
  ['$.n >= 5', true],
  ['$.n == "5"', false],
  ['$.a.b < "Y"', true],
  ['5 == $.n', true],
  ['$.pets[0].id == 1', true],
  ['$.pets[-1].id == 2', true],
  ["$.pets[0]['first name'] == 'Rex'", true],
  ['$.pets[*].id == 1', true],
  ['$..id == 1', true],
  ['$..length == "long"', true],
  ['$.pets[?@.id == 2].id == 2', true],
  ['$.pets[0].id == $.items[0]', true],
])('C-21 %s is %s', (condition, expected) => {
  expect(holds(jsonpath(condition), answer(body))).toBe(expected);
});

test.each([
  ['$.a.b == "X" && $.n == 5', true],
  ['$.a.b == "Y" || $.n == 5', true],
  ['!($.a.b == "X")', false],
  ['$.zz || $.n == 5', true],
  ['!$.zz', true],
  ['!$.nothing', false],
  ['($.n == 1 || $.n == 5) && $.a.b == "X"', true],
])('C-21 conditions are joined: %s is %s', (condition, expected) => {
  expect(holds(jsonpath(condition), answer(body))).toBe(expected);
});

test.each([
  ['$.items.length > 2', true],
  ['$.items.length() == 3', true],
  ['length($.items) == 3', true],
  ['$.a.b.length == 1', true],
  ['$.length == "long"', true],
  ['length($) == 7', true],
  ['$.zz.length > 0', false],
])('C-21 lengths are measured: %s is %s', (condition, expected) => {
  expect(holds(jsonpath(condition), answer(body))).toBe(expected);
});

test.each([
  ['$.a.b in ["W", "X"]', true],
  ['$.a.b in []', false],
  ['$.tags contains "x"', true],
  ['$.tags contains "z"', false],
  ['$.length contains "on"', true],
])('C-21 lists are searched: %s is %s', (condition, expected) => {
  expect(holds(jsonpath(condition), answer(body))).toBe(expected);
});

test.each([
  ['$.zz == null', true],
  ['$.zz != null', false],
  ['$.zz == "X"', false],
  ['$.zz != "X"', true],
  ['$.zz < 1', false],
  ['$.nothing == null', true],
  ['$.__proto__ == null', true],
  ['$.a.constructor == null', true],
])('C-21 a missing node equals null alone: %s is %s', (condition, expected) => {
  expect(holds(jsonpath(condition), answer(body))).toBe(expected);
});

test('C-21 an expression between quotation marks is replaced', () => {
  const scope = { ...answer(body), inputs: { s: 'X' } };
  expect(holds(jsonpath('$.a.b == "{$inputs.s}"'), scope)).toBe(true);
});

test('C-21 the note says which query to write', () => {
  expect(notesOn(jsonpath('$.a.b == "X"'))).toMatchObject([
    { code: 'LAX_JSONPATH', hint: 'Write $[?$.a.b == "X"].' },
  ]);
});

test.each([
  '$.a.b == "X"',
  '$.a.b != "X"',
  '$.n > 4 && ($.n < 6 || !$.zz)',
  '$.zz == null',
  '$.nothing != null',
  '!($.zz == null || $.a.b == "Y")',
  '$.items.length > 2',
  '$.a.b in ["W", "X"]',
  '$.n in [1] || !$.a.b',
  "$.pets[0]['first name'] == 'Rex'",
  'length($.items)',
])('C-21 the query that is suggested for %s says the same', (condition) => {
  const [note] = notesOn(jsonpath(condition));
  const query = /^Write (\$.*)\.$/.exec(note?.hint ?? '')?.[1] ?? '';
  expect(notesOn(jsonpath(query))).toEqual([]);
  expect(holds(jsonpath(query), answer(body))).toBe(
    holds(jsonpath(condition), answer(body)),
  );
});

test.each(['$.tags contains "x"', '$.pets[*].id == 1'])(
  'C-21 no query is suggested for %s',
  (condition) => {
    const [note] = notesOn(jsonpath(condition));
    expect(note?.hint).not.toContain('$');
  },
);

test.each([
  '$.a == ',
  '$.a[ == 1',
  '$.a["b == 1',
  'length($.a == 1',
  '$.a in ["x" "y"]',
  '$.a in ["x"',
  '$.a inside ["x"]',
  '$.[a] == 1',
])('C-21 %s is a problem', (condition) => {
  expect(problemIn(jsonpath(condition))).toBeDefined();
});

test('C-21 objects and arrays are compared by what is in them', () => {
  const scope = answer({ a: { x: 1, y: [2] }, b: { y: [2], x: 1 }, c: { x: 1 } });
  expect(holds(jsonpath('$.a == $.b'), scope)).toBe(true);
  expect(holds(jsonpath('$.a == $.c'), scope)).toBe(false);
  expect(holds(jsonpath('$.a == $.a.y'), scope)).toBe(false);
});

test('C-21 a name that RFC 9535 does not know is understood', () => {
  expect(holds(jsonpath('$.x-id'), answer({ 'x-id': 1 }))).toBe(true);
});

test('reading never throws, whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom('$', '.a', '[', ']', '(', ')', '?@.a', "'", '"', ' in ', '==', '..'),
    fc.constantFrom('length(', '.length', '()', '{$inputs.a}', '{$', '!', '&&', '\\'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(() => problemIn(jsonpath(`$${pieces.join('')}`))).not.toThrow();
    }),
  );
});

test('what the condition demands can be read', () => {
  const program = compile(jsonpath('$.a.b == "X"'));
  const asked = program.type === 'jsonpath' ? program.test.fixed : undefined;
  expect(asked).toMatchObject({
    kind: 'lax',
    ast: {
      kind: 'comparison',
      operator: '==',
      left: { operand: { keys: ['a', 'b'] } },
      right: { value: 'X' },
    },
  });
});
