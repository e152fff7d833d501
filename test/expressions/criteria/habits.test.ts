import { expect, test } from 'vitest';
import {
  evaluateCriterion,
  explainCriterion,
  neverHolds,
} from '../../../src/expressions/index.ts';
import { answer } from '../support/answer.ts';
import { holds, jsonpath, notesOn, problemIn, xpath } from '../support/criterion.ts';
import type { Written } from '../support/criterion.ts';

const body = {
  a: 'Abc',
  list: ['x', 'y'],
  n: 5,
  items: [{ n: 1 }, { n: 2, 'x-y': 'ab' }],
};

const scope = {
  ...answer(body, 200, { 'content-type': 'application/json' }),
  inputs: { n: 4, s: 'abc', t: 'Abc' },
};

const old = 'draft-goessner-dispatch-jsonpath-00';

function codes(criterion: Written): readonly string[] {
  return notesOn(criterion).map(({ code }) => code);
}

test.each([
  ['$response.header.Content-Type == application/json', true, 'UNQUOTED_TEXT'],
  ['$response.header.Content-Type == application/vnd.a.v1+json', false, 'UNQUOTED_TEXT'],
  ['"$statusCode == 200"', true, 'QUOTED_CONDITION'],
  ["'$statusCode == 404'", false, 'QUOTED_CONDITION'],
  ["$response.body#/a contains 'B'", true, 'FOREIGN_OPERATOR'],
  ["$response.body#/list contains 'z'", false, 'FOREIGN_OPERATOR'],
  ['$statusCode in [200, 201]', true, 'FOREIGN_OPERATOR'],
  ['$statusCode in [201]', false, 'FOREIGN_OPERATOR'],
])('%s is understood, with a note', (condition, expected, code) => {
  expect(holds(condition, scope)).toBe(expected);
  expect(codes(condition)).toContain(code);
});

test('a text that is a condition of its own is no condition in quotation marks', () => {
  expect(codes("'$5' == $inputs.s")).toEqual([]);
  expect(codes("'x'")).toEqual([]);
});

test.each([
  ['$.n >= $inputs.n', true],
  ['$.n < $inputs.n', false],
  ['$.a == $inputs.t', true],
  ["$.list[?(@ == '$inputs.t')]", false],
  ['$.items[?@.n < $inputs.n]', true],
])(
  'an expression without braces in a query is evaluated, with a note: %s',
  (condition, expected) => {
    expect(holds(jsonpath(condition), scope)).toBe(expected);
    expect(codes(jsonpath(condition))).toContain('UNBRACED_EXPRESSION');
  },
);

test('a value cannot change the query that it is put into', () => {
  const inputs = { t: '"x" || $.n == 5' };
  expect(holds(jsonpath('$.a == $inputs.t'), { ...scope, inputs })).toBe(false);
});

test.each([
  ['$..items[?(@.n<2)]', true],
  ['$.items[(@.length-1)].n', true],
  ['$.items[(@.length-9)]', false],
  ['$[?(@.length > 2)]', true],
  ['$.items[?(@.x-y =~ /^A/i)]', true],
  ['$.items[?(@.n === 2)]', true],
  ['$.items[0,1]', true],
  ['$.items[-1:]', true],
  ['$.items[?(@.n > 0.5 && @.n < 1.5)]', true],
  ['$.items[?(@.n == 1 || @.n == 7)]', true],
  ['$.items[*].x-y', true],
  ['$.n == 5', true],
])('A-CRIT-11 the old draft of JSONPath: %s is %s', (condition, expected) => {
  const criterion = { ...asObject(jsonpath(condition)), version: old };
  expect(problemIn(criterion)).toBeUndefined();
  expect(holds(criterion, scope)).toBe(expected);
  expect(codes(criterion)).not.toContain('OLD_JSONPATH');
});

test('what only the old draft has is understood without asking for it, with a note', () => {
  const criterion = jsonpath('$.items[(@.length-1)]');
  expect(holds(criterion, scope)).toBe(true);
  expect(notesOn(criterion)).toMatchObject([
    { code: 'OLD_JSONPATH', hint: 'Write $.items[-1].' },
  ]);
});

test.each([
  '$[(process.exit())]',
  "$[?(@.constructor.constructor('return process')())]",
  '$[?(alert(1))]',
  '$.items[(@.n)]',
])('A-CRIT-29 a script is never run: %s', (condition) => {
  expect(problemIn({ ...asObject(jsonpath(condition)), version: old })).toBeDefined();
});

test.each(['{"id": 1}', '[]', '{}\n'])(
  'a JSON document is no condition: %s',
  (condition) => {
    expect(problemIn(condition)?.message).toContain('JSON document');
  },
);

test('text without quotation marks that may mean two things is a problem that shows how', () => {
  expect(problemIn('$response.body#/a == active')?.hint).toContain("'active'");
  expect(problemIn('$response.body#/a == active')?.hint).toContain('$');
});

test.each([
  ['and', '&&'],
  ['OR', '||'],
])('%s between conditions is a problem that shows %s', (word, operator) => {
  const { hint } = problemIn(`$statusCode == 200 ${word} true`) ?? {};
  expect(hint).toContain(operator);
});

test('JSONPath where XPath was announced is a problem that says so', () => {
  expect(problemIn(xpath("$.name == 'x'"))?.hint).toContain('jsonpath');
});

test('A-CRIT-24 B-CRIT-11 a criterion that cannot be read never holds, and says why', () => {
  const problem = problemIn('$statusCode ==') ?? { message: '', offset: 0 };
  const program = neverHolds({ type: 'simple', condition: '$statusCode ==' }, problem);
  expect(evaluateCriterion(program, scope)).toBe(false);
  expect(explainCriterion(program, scope)).toEqual({
    passed: false,
    condition: '$statusCode ==',
    reason: '$statusCode == — it cannot be read: The condition ends too early.',
  });
});

function asObject(written: Written): Exclude<Written, string> {
  return typeof written === 'string' ? { condition: written } : written;
}
