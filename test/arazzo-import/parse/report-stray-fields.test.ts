import { expect, test } from 'vitest';
import { diagnose, documentOf, hintsOf, warning } from './diagnose.ts';
import { documentWith, stepPath, stepWith } from './documents.ts';

test('A-EXT-01: every object may have extensions', () => {
  const text = documentWith({
    root: 'x-a: 1\ncomponents: {x-a: 1}',
    info: 'title: T\nversion: "1"\nx-a: 1',
    source: 'url: a.yaml\nx-a: 1',
    workflow: 'x-a: 1',
    step:
      'x-a: 1\nparameters: [{name: a, in: query, value: 1, x-a: 1}]\n' +
      'requestBody: {x-a: 1, replacements: [{target: /a, value: 1, x-a: 1}]}\n' +
      'successCriteria: [{context: $url, condition: a, x-a: 1, type: {type: xpath, version: xpath-30, x-a: 1}}]\n' +
      'onSuccess: [{name: a, type: end, x-a: 1}]\nonFailure: [{name: a, type: end, x-a: 1}]',
  });
  expect(diagnose(text)).toEqual([]);
  expect(JSON.stringify(documentOf(text)).match(/"extensions":{"x-a":1}/g)).toHaveLength(
    12,
  );
});

test.each([null, 1, 'a', [1], { a: 1 }])('A-EXT-03: an extension may be %j', (value) => {
  const text = documentWith({ root: `x-a: ${JSON.stringify(value)}` });
  expect(documentOf(text).extensions).toEqual({ 'x-a': value });
});

test.each(['x-oai-a', 'x-oas-a', 'x-arazzo-a'])(
  'A-EXT-04: %s is a reserved name',
  (name) => {
    expect(diagnose(stepWith(`${name}: 1`))).toEqual([
      warning('RESERVED_EXTENSION', `${stepPath}/${name}`, name),
    ]);
  },
);

test('A-DOC-17: an unknown field that resembles no other is to be removed or prefixed', () => {
  const text = stepWith('banana: 1');
  expect(diagnose(text)).toEqual([
    warning('UNKNOWN_FIELD', `${stepPath}/banana`, 'banana'),
  ]);
  expect(hintsOf(text)).toEqual([expect.stringContaining('"x-"')]);
});
