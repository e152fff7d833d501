import { expect, test } from 'vitest';
import { answer } from '../support/answer.ts';
import { holds, jsonpath, notesOn, problemIn } from '../support/criterion.ts';

function selects(query: string, body: unknown): boolean {
  return holds(jsonpath(query), answer(body));
}

test('A-CRIT-07 the root is the context', () => {
  expect(selects("$[?@.status=='sold']", [{ status: 'sold' }])).toBe(true);
  expect(selects("$[?@.status=='sold']", [])).toBe(false);
});

test.each([
  ['$[?length(@.a) == 2]', [{ a: 'xy' }], [{ a: 'x' }]],
  ['$[?count(@.*) == 2]', [[1, 2]], [[1]]],
  ["$[?match(@, 'a.')]", ['ab'], ['abc']],
  ["$[?search(@, 'a.')]", ['xabc'], ['xbc']],
  ['$[?value(@..id) == 1]', [{ a: { id: 1 } }], [{ a: { id: 2 } }]],
])('A-CRIT-08 the function in %s', (query, good, bad) => {
  expect(selects(query, good)).toBe(true);
  expect(selects(query, bad)).toBe(false);
});

test('A-CRIT-30 a pattern in a query takes linear time', () => {
  expect(selects("$[?match(@, '(a*)*b')]", ['a'.repeat(50_000)])).toBe(false);
});

test('A-CRIT-25 B-CRIT-07 a context that is null or missing fails', () => {
  expect(selects('$', null)).toBe(false);
  expect(selects('$', undefined)).toBe(false);
});

test.each([false, 0, '', null])('B-CRIT-06 a node whose value is %j counts', (flag) => {
  expect(selects('$.flag', { flag })).toBe(true);
});

test('B-CRIT-01 expressions in the query are replaced first', () => {
  const criterion = jsonpath('$[?(@.status == "{$inputs.s}")]');
  const scope = answer([{ status: 'sold' }]);
  expect(holds(criterion, { ...scope, inputs: { s: 'sold' } })).toBe(true);
  expect(holds(criterion, { ...scope, inputs: { s: 'free' } })).toBe(false);
});

test.each(['"', "'"])('B-CRIT-01 a value between %s cannot change the query', (quote) => {
  const criterion = jsonpath(`$[?@.s == ${quote}{$inputs.s}${quote}]`);
  const s = `x${quote} || ${quote}\\`;
  expect(holds(criterion, { ...answer([{ s: 'y' }]), inputs: { s } })).toBe(false);
  expect(holds(criterion, { ...answer([{ s }]), inputs: { s } })).toBe(true);
});

test('B-CRIT-01 a query whose values vary is evaluated anew', () => {
  const criterion = jsonpath('$[?@.n > {$inputs.min}]');
  const found = [1, 2, 3].map((min) =>
    holds(criterion, { ...answer([{ n: 2 }]), inputs: { min } }),
  );
  expect(found).toEqual([true, false, false]);
});

test('B-CRIT-08 a query that becomes invalid fails', () => {
  const criterion = jsonpath('$[?@.n > {$inputs.min}]');
  expect(holds(criterion, { ...answer([{ n: 2 }]), inputs: {} })).toBe(false);
});

test('C-20 a filter is also tried on an object itself', () => {
  expect(selects('$[?count(@.pets) > 0]', { pets: [] })).toBe(true);
  expect(selects('$[?@.token != null]', { token: 'x' })).toBe(true);
  expect(selects('$[?@.x == 1]', { x: 1 })).toBe(true);
  expect(selects('$[?@.x == 1]', { x: 2 })).toBe(false);
});

test('C-20 a filter that asks about the root is not tried on the object itself', () => {
  expect(selects('$[?$.status != "FAILED"]', { status: 'FAILED' })).toBe(false);
  expect(selects('$[?@.price == "$"]', { price: '$' })).toBe(true);
});

test.each([
  ['$[?@.n > 0.5]', true],
  ['$[?@.n < -0.05]', false],
  ['$[?@.n == 0.075e1]', true],
  ['$[?@.n > 0.0]', true],
  ["$[?@.t == '0.5']", true],
])('a number between zero and one is one: %s', (query, expected) => {
  expect(selects(query, [{ n: 0.75, t: '0.5' }])).toBe(expected);
});

test('a query of RFC 9535 has no notes', () => {
  expect(notesOn(jsonpath('$.pets[*]'))).toEqual([]);
});

test.each(['$[', '$[?@.a == ]', 'a.b', '$.a ==', '$.a =~ /x/'])(
  'B-CRIT-08 "%s" is a problem',
  (query) => {
    expect(problemIn(jsonpath(query))).toBeDefined();
  },
);

test('a query that is nested too deeply is a problem, no crash', () => {
  const query = `$[?${'('.repeat(50_000)}@.a${')'.repeat(50_000)}]`;
  expect(problemIn(jsonpath(query))).toBeDefined();
});
