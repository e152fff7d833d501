import { expect, test } from 'vitest';
import { diagnose, error, hintsOf, stepOf, warning } from './diagnose.ts';
import { stepPath, stepWith } from './documents.ts';

test('A-REUSE-01: a reference is kept as it is written', () => {
  const text = stepWith('parameters: [{reference: $components.parameters.my.org.p}]');
  expect(diagnose(text)).toEqual([]);
  expect(stepOf(text).parameters).toEqual([
    {
      kind: 'reusable',
      path: `${stepPath}/parameters/0`,
      reference: '$components.parameters.my.org.p',
    },
  ]);
});

test.each(['1', 'null', '$inputs.page'])(
  'A-REUSE-02, 03: its value may be %s',
  (value) => {
    const text = stepWith(
      `parameters: [{reference: $components.parameters.p, value: ${value}}]`,
    );
    expect(diagnose(text)).toEqual([]);
    expect(stepOf(text).parameters[0]).toHaveProperty('value');
  },
);

test('A-REUSE-02: the value of a reference to an action has no effect', () => {
  const text = stepWith(
    'onSuccess: [{reference: $components.successActions.a, value: 1}]',
  );
  expect(diagnose(text)).toEqual([
    warning('IGNORED_FIELD', `${stepPath}/onSuccess/0/value`, 'value'),
  ]);
});

test('A-REUSE-04, A-EXT-02: other fields are ignored without a word', () => {
  const text = stepWith(
    'parameters: [{reference: $components.parameters.p, x-a: 1, foo: 2}]',
  );
  expect(diagnose(text)).toEqual([]);
  expect(stepOf(text).parameters[0]).not.toHaveProperty('extensions');
});

test.each([
  ['parameters', '$components.successActions.a'],
  ['onSuccess', '$components.failureActions.a'],
  ['onFailure', '$components.parameters.a'],
  ['parameters', '$components.parameters.'],
  ['parameters', '#/components/parameters/a'],
])('A-REUSE-05, A-WF-19: %s cannot hold %s', (field, reference) => {
  const text = stepWith(`${field}: [{reference: '${reference}'}]`);
  expect(diagnose(text)).toEqual([
    error('INVALID_VALUE', `${stepPath}/${field}/0/reference`, `'${reference}'`),
  ]);
});

test('a $ref is not how parameters are reused, and the hint says how', () => {
  const text = stepWith("parameters: [{$ref: './parameters.yaml#/a'}]");
  expect(diagnose(text)).toMatchObject([
    { code: 'INVALID_VALUE', path: `${stepPath}/parameters/0` },
  ]);
  expect(hintsOf(text)).toEqual(['Write reference: $components.parameters.<name>']);
});
