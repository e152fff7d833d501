import { expect, test } from 'vitest';
import {
  enginesNeeded,
  evaluateCriterion,
  parseCriterion,
  referencesOf,
} from '../../../src/expressions/index.ts';
import type { CriterionSource } from '../../../src/expressions/index.ts';
import { answer } from '../support/answer.ts';
import { compile, holds, jsonpath, problemIn, regex } from '../support/criterion.ts';

test('A-CRIT-05 a criterion of another type needs a context', () => {
  const parsed = parseCriterion({ type: 'regex', condition: 'x' }, {});
  expect(parsed).toMatchObject({ ok: false });
});

test('C-23 a simple criterion needs none', () => {
  const parsed = parseCriterion({ type: 'simple', condition: 'true' }, {});
  expect(parsed).toMatchObject({ ok: true });
});

test('A-CRIT-11 a version that nobody knows is a problem', () => {
  const criterion = { type: 'jsonpath', condition: '$', version: 'foo' } as const;
  expect(problemIn(criterion)).toMatchObject({ field: 'version' });
});

test('B-ETO-03 RFC 9535 can be asked for', () => {
  const criterion = { type: 'jsonpath', condition: '$', version: 'rfc9535' } as const;
  expect(holds(criterion, answer(1))).toBe(true);
});

test('a context that cannot be read is a problem of the context', () => {
  const error = { field: 'context', offset: 7 };
  expect(problemIn(regex('x', '$steps.'))).toMatchObject(error);
});

test('an expression in a condition that cannot be read is a problem', () => {
  expect(problemIn(regex('a{$steps.}', '$url'))).toMatchObject({ offset: 9 });
});

test('the references of a criterion are its expressions and its context', () => {
  const texts = [
    '!($inputs.a == $inputs.b) && $statusCode',
    regex('{$inputs.c}', '$response.body'),
    jsonpath('$.a == 1'),
  ].map((criterion) => referencesOf(compile(criterion)).map(({ text }) => text));
  expect(texts).toEqual([
    ['$inputs.a', '$inputs.b', '$statusCode'],
    ['$response.body', '$inputs.c'],
    ['$response.body'],
  ]);
});

function needed(type: CriterionSource['type'], condition: string): readonly string[] {
  return [...enginesNeeded([{ type, condition }])];
}

test('only what needs a library asks for an engine', () => {
  expect(needed('simple', '$statusCode == 200')).toEqual([]);
  expect(needed('jsonpath', '$.a.b == "X"')).toEqual([]);
  expect(needed('jsonpath', '$.a[*].b == "X"')).toEqual(['jsonpath']);
  expect(needed('jsonpath', '$.a')).toEqual(['jsonpath']);
  expect(needed('jsonpath', "$[?match(@, 'a')]")).toEqual(['jsonpath', 'regex']);
  expect(needed('regex', 'a')).toEqual(['regex']);
});

test('a plain comparison works without engines', () => {
  const condition = '$.a == 1';
  const parsed = parseCriterion(
    { type: 'jsonpath', context: '$response.body', condition },
    {},
  );
  expect(parsed.ok && evaluateCriterion(parsed.value, answer({ a: 1 }))).toBe(true);
});

test('a missing engine is the mistake of the caller', () => {
  const criterion = { type: 'regex', context: '$url', condition: 'a' } as const;
  expect(() => parseCriterion(criterion, {})).toThrow(
    expect.objectContaining({ code: 'MISSING_ENGINE' }),
  );
});
