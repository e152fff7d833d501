import { expect, test } from 'vitest';
import { diagnose, error, hintsOf, stepOf, warning } from './diagnose.ts';
import { stepPath, stepWith } from './documents.ts';

const first = `${stepPath}/successCriteria/0`;

function criterion(fields: string, version?: string): string {
  return stepWith(`successCriteria: [{${fields}}]`, version);
}

test('A-CRIT-02: the condition is required', () => {
  expect(diagnose(criterion('context: $url'))).toMatchObject([
    { code: 'MISSING_FIELD', severity: 'error', path: `${first}/condition` },
  ]);
});

test('A-CRIT-03: without a type it is simple', () => {
  expect(stepOf(criterion('condition: $statusCode == 200')).successCriteria).toEqual([
    { path: first, condition: '$statusCode == 200', type: 'simple' },
  ]);
});

test('A-CRIT-04: an unknown type is an error', () => {
  expect(diagnose(criterion('context: $url, condition: a, type: jmespath'))).toEqual([
    error('INVALID_VALUE', `${first}/type`, 'jmespath'),
  ]);
});

test.each(['regex', 'jsonpath', 'xpath'])('A-CRIT-05: %s needs a context', (type) => {
  const text = criterion(`condition: a, type: ${type}`);
  expect(diagnose(text)).toMatchObject([
    { code: 'MISSING_FIELD', severity: 'error', path: `${first}/context` },
  ]);
  expect(stepOf(text).successCriteria).toEqual([]);
});

test('A-CRIT-05: simple without a context is tolerated', () => {
  const text = criterion('condition: a, type: simple');
  expect(diagnose(text)).toMatchObject([
    { code: 'SIMPLE_WITHOUT_CONTEXT', severity: 'warning', path: `${first}/context` },
  ]);
  expect(stepOf(text).successCriteria).toHaveLength(1);
});

test.each([
  'type: {type: jsonpath, version: draft-goessner-dispatch-jsonpath-00}',
  'type: jsonpath, version: draft-goessner-dispatch-jsonpath-00',
])('A-CRIT-10: the version may stand inside or beside the type: %s', (type) => {
  const text = criterion(`context: $response.body, condition: $.a, ${type}`);
  expect(diagnose(text)).toEqual([]);
  expect(stepOf(text).successCriteria).toMatchObject([
    { type: 'jsonpath', version: 'draft-goessner-dispatch-jsonpath-00' },
  ]);
});

test('A-CRIT-10, B-ETO-04: a type object without a version has the latest, with a warning', () => {
  const text = criterion('context: $url, condition: a, type: {type: xpath}');
  expect(diagnose(text)).toMatchObject([
    {
      code: 'MISSING_LANGUAGE_VERSION',
      severity: 'warning',
      path: `${first}/type/version`,
    },
  ]);
  expect(stepOf(text).successCriteria).toMatchObject([
    { type: 'xpath', version: 'xpath-31' },
  ]);
});

test('A-CRIT-10: a type object needs a type', () => {
  const text = criterion('context: $url, condition: a, type: {version: rfc9535}');
  expect(diagnose(text)).toMatchObject([
    { code: 'MISSING_FIELD', severity: 'error', path: `${first}/type/type` },
  ]);
});

test.each([
  ['{type: jsonpath, version: foo}', 'foo'],
  ['{type: xpath, version: rfc9535}', 'rfc9535'],
])('A-CRIT-11, B-ETO-02: %s has no such version', (type, version) => {
  expect(diagnose(criterion(`context: $url, condition: a, type: ${type}`))).toEqual([
    error('INVALID_VALUE', `${first}/type/version`, version),
  ]);
});

test('B-ETO-01: a pointer is no criterion', () => {
  const type = '{type: jsonpointer, version: rfc6901}';
  const text = criterion(`context: $url, condition: /a, type: ${type}`, '1.1.0');
  expect(diagnose(text)).toEqual([error('INVALID_VALUE', `${first}/type`, type)]);
});

test('a type of another kind is an error', () => {
  const text = criterion('context: $url, condition: a, type: [regex]');
  expect(diagnose(text)).toEqual([error('WRONG_TYPE', `${first}/type`, '[regex]')]);
});

test('a bare condition is understood, and the hint says what is missing', () => {
  const text = stepWith('successCriteria: [$statusCode == 200]');
  expect(diagnose(text)).toEqual([
    warning('BARE_CONDITION', first, '$statusCode == 200'),
  ]);
  expect(hintsOf(text)).toEqual(['Write condition: $statusCode == 200']);
});
