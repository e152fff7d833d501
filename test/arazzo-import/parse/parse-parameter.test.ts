import { expect, test } from 'vitest';
import { diagnose, error, hintsOf, stepOf } from './diagnose.ts';
import { documentWith, stepPath, stepWith } from './documents.ts';

const first = `${stepPath}/parameters/0`;

test('A-PARAM-01: the name is required', () => {
  expect(diagnose(stepWith('parameters: [{in: query, value: 1}]'))).toMatchObject([
    { code: 'MISSING_FIELD', severity: 'error', path: `${first}/name` },
  ]);
});

test('A-PARAM-02: the value is required', () => {
  expect(diagnose(stepWith('parameters: [{name: a, in: query}]'))).toMatchObject([
    { code: 'MISSING_FIELD', severity: 'error', path: `${first}/value` },
  ]);
});

test.each(['null', '5', 'true', 'text', '[a]', '{a: 1}'])(
  'A-PARAM-02, 11: the value may be %s',
  (value) => {
    expect(
      diagnose(stepWith(`parameters: [{name: a, in: query, value: ${value}}]`)),
    ).toEqual([]);
  },
);

test('A-PARAM-03: a parameter in the body belongs into the requestBody', () => {
  const text = stepWith('parameters: [{name: a, in: body, value: 1}]');
  expect(diagnose(text)).toContainEqual(error('INVALID_VALUE', `${first}/in`, 'body'));
  expect(hintsOf(text)).toContainEqual(expect.stringContaining('requestBody'));
});

test('A-PARAM-04: a parameter of an operation says where it goes', () => {
  expect(diagnose(stepWith('parameters:\n  - name: a\n    value: 1'))).toEqual([
    error('MISSING_FIELD', `${first}/in`, 'name: a'),
  ]);
});

test('A-PARAM-04, 10: a parameter of a workflow need not, and may', () => {
  const step = 'parameters: [{name: a, value: 1}, {name: b, in: query, value: 1}]';
  expect(diagnose(documentWith({ target: 'workflowId: b', step }))).toEqual([]);
});

test('A-PARAM-09: name and place together are unique', () => {
  const text = stepWith(
    'parameters: [{name: a, in: query, value: 1}, {name: a, in: path, value: 1}, {name: a, in: path, value: 2}]',
  );
  expect(diagnose(text)).toEqual([
    error('DUPLICATE_NAME', `${stepPath}/parameters/2/name`, 'a'),
  ]);
});

test('A-PARAM-07, 09: names of headers are compared without letter case', () => {
  const text = stepWith(
    'parameters: [{name: X-Key, in: header, value: 1}, {name: x-key, in: header, value: 1}]',
  );
  expect(diagnose(text)).toEqual([
    error('DUPLICATE_NAME', `${stepPath}/parameters/1/name`, 'x-key'),
  ]);
});

test('"channel" is a place in the schema of Arazzo 1.1', () => {
  const step = 'parameters: [{name: a, in: channel, value: x}]';
  expect(diagnose(stepWith(step, '1.1.0'))).toEqual([]);
  expect(hintsOf(stepWith(step))).toContainEqual(expect.stringContaining('Arazzo 1.1'));
});

test('B-PARAM-01: querystring is a place since Arazzo 1.1', () => {
  const step = 'parameters: [{name: a, in: querystring, value: x}]';
  expect(diagnose(stepWith(step, '1.1.0'))).toEqual([]);
  expect(hintsOf(stepWith(step))).toContainEqual(expect.stringContaining('Arazzo 1.1'));
});

test('a parameter that is no object is dropped, and the others keep their paths', () => {
  const text = stepWith('parameters: [a, {name: b, in: query, value: 1}]');
  expect(diagnose(text)).toEqual([error('WRONG_TYPE', first, 'a')]);
  expect(stepOf(text).parameters).toEqual([
    {
      kind: 'parameter',
      path: `${stepPath}/parameters/1`,
      name: 'b',
      in: 'query',
      value: 1,
    },
  ]);
});
