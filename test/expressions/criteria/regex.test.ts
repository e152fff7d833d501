import { expect, test } from 'vitest';
import { answer } from '../support/answer.ts';
import { holds, notesOn, problemIn, regex } from '../support/criterion.ts';

test('A-CRIT-06 B-CRIT-02 the pattern is applied to the text of the context', () => {
  expect(holds(regex('^200$', '$statusCode'), answer({}, 200))).toBe(true);
  expect(holds(regex('^2\\d{2}$', '$statusCode'), answer({}, 204))).toBe(true);
  expect(holds(regex('^2\\d{2}$', '$statusCode'), answer({}, 404))).toBe(false);
});

test('C-34 a pattern may match anywhere and regards case', () => {
  expect(holds(regex('ell', '$response.body'), answer('Hello'))).toBe(true);
  expect(holds(regex('hello', '$response.body'), answer('Hello'))).toBe(false);
});

test('A-CRIT-30 C-34 slashes and flags are understood, with a note', () => {
  const criterion = regex('/^hello/i', '$response.body');
  expect(holds(criterion, answer('Hello'))).toBe(true);
  expect(notesOn(criterion)).toMatchObject([
    { code: 'SLASHED_REGEX', hint: 'Write (?i)^hello.' },
  ]);
});

test('A-CRIT-25 B-CRIT-06 a context that is null or missing fails', () => {
  const criterion = regex('.*', '$response.body#/a');
  expect(holds(criterion, answer({ a: null }))).toBe(false);
  expect(holds(criterion, answer({}))).toBe(false);
});

test('B-CRIT-01 expressions in the pattern are replaced first', () => {
  const criterion = regex('^({$inputs.p})$', '$response.body');
  expect(holds(criterion, { ...answer('ab'), inputs: { p: 'a.' } })).toBe(true);
  expect(holds(criterion, { ...answer('ab'), inputs: { p: 'b.' } })).toBe(false);
});

test('B-CRIT-11 a pattern that becomes invalid fails', () => {
  const criterion = regex('{$inputs.p}', '$response.body');
  expect(holds(criterion, { ...answer('('), inputs: { p: '(' } })).toBe(false);
});

test.each(['(', '(?=a)', '(?<!a)b', '(a)\\1'])(
  'B-CRIT-11 C-34 the pattern %s is a problem',
  (pattern) => {
    expect(problemIn(regex(pattern, '$response.body'))).toBeDefined();
  },
);

test('A-CRIT-30 a pattern that makes others run for ever takes no time', () => {
  const criterion = regex('^(a+)+$', '$response.body');
  expect(holds(criterion, answer(`${'a'.repeat(50_000)}b`))).toBe(false);
});

test.each([
  ['(?=a)', /lookaround/u],
  [String.raw`(a)\1`, /backreferences/u],
  ['(', /^no hint$/u],
])('what RE2 cannot is told, and a slip is no such thing: %s', (pattern, hint) => {
  const found = problemIn(regex(pattern, '$response.body'));
  expect(found?.hint ?? 'no hint').toMatch(hint);
});
