import { expect, test } from 'vitest';
import { explainCriterion } from '../../../src/expressions/index.ts';
import { answer } from '../support/answer.ts';
import { compile, jsonpath, reason, regex } from '../support/criterion.ts';

test('a comparison is explained by the value seen', () => {
  expect(explainCriterion(compile('$statusCode == 200'), answer({}, 400))).toEqual({
    passed: false,
    condition: '$statusCode == 200',
    actual: 400,
    reason: '$statusCode == 200 — it was 400',
  });
});

test('a lax JSONPath comparison is explained by the value seen', () => {
  const condition = '$.DatastoreProperties.DatastoreStatus == "ACTIVE"';
  const body = { DatastoreProperties: { DatastoreStatus: 'CREATE_FAILED' } };
  expect(reason(jsonpath(condition), answer(body))).toBe(
    `${condition} — it was "CREATE_FAILED"`,
  );
});

test('the part that failed is explained', () => {
  const condition = "$statusCode == 200 && $response.body#/s == 'a'";
  const expected = "$response.body#/s == 'a' — it was missing";
  expect(reason(condition, answer({}))).toBe(expected);
});

test('every alternative is explained', () => {
  expect(reason('$statusCode == 200 || $statusCode == 201', answer({}, 500))).toBe(
    '$statusCode == 200 — it was 500; $statusCode == 201 — it was 500',
  );
});

test('two values are both shown', () => {
  const scope = { ...answer({ id: 1 }), inputs: { id: 2 } };
  expect(reason('$response.body#/id == $inputs.id', scope)).toBe(
    '$response.body#/id == $inputs.id — it was 1, compared with 2',
  );
});

test('a literal on the left is not the value seen', () => {
  expect(reason('200 == $statusCode', answer({}, 500))).toContain('it was 500');
});

test('an expression alone is explained by its value', () => {
  expect(reason('$response.body#/ok', answer({ ok: false }))).toContain('it was false');
});

test('a negation is explained by itself', () => {
  expect(reason('!($statusCode == 200)', answer({}))).toBe(
    '!($statusCode == 200) — it does not hold',
  );
});

test('a regular expression is explained by the text', () => {
  const expected = '^2 — it does not match 404';
  expect(reason(regex('^2', '$statusCode'), answer({}, 404))).toBe(expected);
});

test('a query is explained by what it was asked of', () => {
  expect(reason(jsonpath('$.a'), answer({ b: 1 }))).toBe(
    '$.a — it selects nothing in {"b":1}',
  );
});

test('a long value is cut', () => {
  const long = reason(jsonpath('$.a'), answer({ b: 'x'.repeat(1000) }));
  expect(long.length).toBeLessThan(150);
});

test('a context that is missing is named', () => {
  expect(reason(regex('.', '$response.body#/a'), answer({}))).toContain(
    '$response.body#/a was missing',
  );
});

test('a query that cannot be read with its values says so', () => {
  const criterion = jsonpath('$[?@.n > {$inputs.min}]');
  expect(reason(criterion, answer([1]))).toContain('cannot be read');
});

test('a criterion that holds says so', () => {
  const report = explainCriterion(compile('$statusCode == 200'), answer({}));
  expect(report).toMatchObject({ passed: true });
});
