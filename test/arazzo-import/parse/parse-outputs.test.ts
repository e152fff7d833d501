import { expect, test } from 'vitest';
import { diagnose, error, stepOf, warning } from './diagnose.ts';
import { stepPath, stepWith } from './documents.ts';

test('A-WF-22: names are checked in steps too', () => {
  expect(diagnose(stepWith('outputs: {a/b: $url}'))).toEqual([
    error('INVALID_NAME', `${stepPath}/outputs/a~1b`, 'a/b'),
  ]);
});

test('an output that is no expression is a warning, and kept', () => {
  const text = stepWith('outputs: {a: 5}');
  expect(diagnose(text)).toEqual([
    warning('LITERAL_OUTPUT', `${stepPath}/outputs/a`, '5'),
  ]);
  expect(stepOf(text).outputs).toEqual({ a: 5 });
});

test('B-SEL-03: an output may be a selector since Arazzo 1.1', () => {
  const step = 'outputs: {a: {context: $response.body, selector: $.a, type: jsonpath}}';
  expect(diagnose(stepWith(step, '1.1.0'))).toEqual([]);
  expect(diagnose(stepWith(step))).toMatchObject([{ code: 'LITERAL_OUTPUT' }]);
});

test.each(['context', 'selector', 'type'])('B-SEL-01: a selector needs %s', (field) => {
  const step = 'outputs: {a: {context: $url, selector: /a, type: jsonpointer}}';
  const text = stepWith(step.replace(`${field}:`, 'x-old:'), '1.1.0');
  expect(diagnose(text)).toMatchObject([
    { code: 'MISSING_FIELD', path: `${stepPath}/outputs/a/${field}` },
  ]);
});
