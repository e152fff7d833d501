import { expect, test } from 'vitest';
import { diagnose, error, hintsOf, stepOf } from './diagnose.ts';
import { stepPath, stepWith } from './documents.ts';

const bodyPath = `${stepPath}/requestBody`;

test('A-BODY-13: a payload of null is a payload, none is none', () => {
  expect(stepOf(stepWith('requestBody: {payload: null}')).requestBody).toEqual({
    path: bodyPath,
    payload: null,
    replacements: [],
  });
  expect(stepOf(stepWith('requestBody: {}')).requestBody).not.toHaveProperty('payload');
});

test('A-BODY-01: the content type is text', () => {
  expect(diagnose(stepWith('requestBody: {contentType: [a]}'))).toEqual([
    error('WRONG_TYPE', `${bodyPath}/contentType`, '[a]'),
  ]);
});

test('A-BODY-12, 13: a replacement needs target and value', () => {
  const text = stepWith('requestBody: {replacements: [{value: 1}, {target: /a}]}');
  expect(diagnose(text)).toMatchObject([
    { code: 'MISSING_FIELD', path: `${bodyPath}/replacements/0/target` },
    { code: 'MISSING_FIELD', path: `${bodyPath}/replacements/1/value` },
  ]);
});

test.each(['10', 'null', '{a: 1}', '$inputs.a'])(
  'A-BODY-13: the value of a replacement may be %s',
  (value) => {
    const text = stepWith(`requestBody: {replacements: [{target: /a, value: ${value}}]}`);
    expect(diagnose(text)).toEqual([]);
  },
);

test('B-REPL-01: Arazzo 1.1 can say what kind of target it is', () => {
  const step =
    'requestBody: {replacements: [{target: $.a, value: 1, targetSelectorType: jsonpath}]}';
  const { requestBody } = stepOf(stepWith(step, '1.1.0'));
  expect(requestBody?.replacements[0]?.targetSelectorType).toBe('jsonpath');
  expect(hintsOf(stepWith(step))).toEqual([expect.stringContaining('Arazzo 1.1 has it')]);
});

test('B-REPL-01: jmespath is no kind of target', () => {
  const step =
    'requestBody: {replacements: [{target: a, value: 1, targetSelectorType: jmespath}]}';
  expect(diagnose(stepWith(step, '1.1.0'))).toEqual([
    error('INVALID_VALUE', `${bodyPath}/replacements/0/targetSelectorType`, 'jmespath'),
  ]);
});
