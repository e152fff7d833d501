import { describe, expect, test } from 'vitest';
import { diagnose, error, hintsOf, stepOf, warning } from './diagnose.ts';
import { documentWith, stepPath, stepWith } from './documents.ts';

describe('identity', () => {
  test('A-STEP-01: the stepId is required', () => {
    const text = documentWith().replace('stepId: list', 'stepid: list');
    expect(diagnose(text)).toEqual([
      error('MISSING_FIELD', `${stepPath}/stepId`, 'stepid: list'),
      warning('UNKNOWN_FIELD', `${stepPath}/stepid`, 'stepid'),
    ]);
  });

  test('A-STEP-02: two steps of a workflow may not have the same id', () => {
    const text = stepWith('  \n').replace(
      'operationId: listPets',
      'operationId: listPets\n      - stepId: list\n        operationId: a',
    );
    expect(diagnose(text)).toEqual([
      error('DUPLICATE_NAME', '/workflows/0/steps/1/stepId', 'list'),
    ]);
  });

  test('A-STEP-04: a dot in the id is a warning', () => {
    const text = documentWith().replace('stepId: list', 'stepId: a.b');
    expect(diagnose(text)).toEqual([
      warning('INVALID_NAME', `${stepPath}/stepId`, 'a.b'),
    ]);
  });

  test('an id that is a number is read as it is written', () => {
    const text = documentWith().replace('stepId: list', 'stepId: 007');
    expect(diagnose(text)).toEqual([
      warning('SCALAR_FOR_TEXT', `${stepPath}/stepId`, '007'),
    ]);
    expect(stepOf(text).stepId).toBe('007');
  });

  test('A-STEP-23: description and extensions are kept', () => {
    const text = stepWith('description: D\nx-foo: {a: [null]}');
    expect(diagnose(text)).toEqual([]);
    expect(stepOf(text)).toMatchObject({
      description: 'D',
      extensions: { 'x-foo': { a: [null] } },
    });
  });
});

describe('target', () => {
  test.each([
    'operationId: a',
    "operationPath: '{$sourceDescriptions.pets.url}#/a'",
    'workflowId: b',
  ])('A-STEP-05: one is enough: %s', (target) => {
    expect(diagnose(documentWith({ target }))).toEqual([]);
  });

  test('A-STEP-05: none is an error, and the step is kept for its id', () => {
    const text = documentWith({ target: '' });
    expect(diagnose(text)).toEqual([
      error('MISSING_FIELD', `${stepPath}/operationId`, 'stepId: list'),
    ]);
    expect(stepOf(text).stepId).toBe('list');
  });

  test.each([
    ['operationId: a\noperationPath: b', 'operationPath'],
    ['operationId: a\nworkflowId: b', 'workflowId'],
    ['workflowId: b\noperationPath: a', 'workflowId'],
  ])('A-STEP-05: two are an error: %j', (target, field) => {
    expect(diagnose(documentWith({ target }))).toEqual([
      error('CONFLICTING_FIELDS', `${stepPath}/${field}`, field),
    ]);
  });

  test('A-BODY-19: the body of a step that runs a workflow has no effect', () => {
    const text = documentWith({
      target: 'workflowId: b',
      step: 'requestBody: {payload: 1}',
    });
    expect(diagnose(text)).toEqual([
      warning('IGNORED_FIELD', `${stepPath}/requestBody`, 'requestBody'),
    ]);
  });
});

describe('criteria and fields', () => {
  test('B-STEP-16: success criteria, if there, have an item', () => {
    expect(diagnose(stepWith('successCriteria: []', '1.1.0'))).toEqual([
      error('INVALID_VALUE', `${stepPath}/successCriteria`, '[]'),
    ]);
  });

  test('A-DOC-17: an unknown field is a warning with the name that was meant', () => {
    const text = stepWith('sucessCriteria: []');
    expect(diagnose(text)).toEqual([
      warning('UNKNOWN_FIELD', `${stepPath}/sucessCriteria`, 'sucessCriteria'),
    ]);
    expect(hintsOf(text)).toEqual(['Did you mean "successCriteria"?']);
  });

  test('a field of the wrong type is dropped, and the step is kept', () => {
    const text = stepWith('parameters: {a: 1}\noutputs: [a]');
    expect(diagnose(text)).toEqual([
      error('WRONG_TYPE', `${stepPath}/parameters`, '{a: 1}'),
      error('WRONG_TYPE', `${stepPath}/outputs`, '[a]'),
    ]);
    expect(stepOf(text)).toMatchObject({ parameters: [], outputs: {} });
  });
});

describe('Arazzo 1.1', () => {
  test.each([
    'timeout: 5',
    'channelPath: a',
    'action: send',
    'correlationId: a',
    'dependsOn: [a]',
  ])('B-DOC-02: to Arazzo 1.0 this is unknown: %s', (field) => {
    const text = stepWith(field);
    expect(diagnose(text)).toMatchObject([
      { code: 'UNKNOWN_FIELD', severity: 'warning' },
    ]);
    expect(hintsOf(text)).toEqual([expect.stringContaining('Arazzo 1.1 has it')]);
  });

  test('B-STEP-12: a timeout is a whole number of milliseconds', () => {
    expect(stepOf(stepWith('timeout: 6000', '1.1.0')).timeout).toBe(6000);
    expect(diagnose(stepWith('timeout: 1.5', '1.1.0'))).toEqual([
      error('INVALID_VALUE', `${stepPath}/timeout`, '1.5'),
    ]);
  });

  test.each([
    ['operationId: a\nchannelPath: b\naction: send', 'CONFLICTING_FIELDS', 'channelPath'],
    ['workflowId: a\naction: send', 'CONFLICTING_FIELDS', 'action'],
    ['channelPath: b', 'MISSING_FIELD', 'action'],
    ['operationId: a\ncorrelationId: b', 'MISSING_FIELD', 'action'],
    ['channelPath: b\naction: deliver', 'INVALID_VALUE', 'action'],
    [
      'channelPath: b\naction: send\ncorrelationId: c',
      'CONFLICTING_FIELDS',
      'correlationId',
    ],
  ])('B-STEP-01, 03, 04, 08: %j is an error', (target, code, field) => {
    expect(diagnose(documentWith({ version: '1.1.0', target }))).toMatchObject([
      { code, severity: 'error', path: `${stepPath}/${field}` },
    ]);
  });

  test('B-STEP-02: a step may receive a message', () => {
    const target =
      'channelPath: c\naction: receive\ncorrelationId: {context: $inputs.id}';
    const text = documentWith({ version: '1.1.0', target });
    expect(diagnose(text)).toEqual([]);
    expect(stepOf(text)).toMatchObject({
      channelPath: 'c',
      action: 'receive',
      correlationId: { context: '$inputs.id' },
    });
  });

  test.each(['first', '$workflows.w.steps.s', '$sourceDescriptions.d.w.steps.s'])(
    'B-DEP-02: a step may depend on %s',
    (name) => {
      expect(diagnose(stepWith(`dependsOn: [${name}]`, '1.1.0'))).toEqual([]);
    },
  );

  test('B-DEP-02: $steps is no way to name a step to depend on, but understood', () => {
    const text = stepWith('dependsOn: [$steps.first]', '1.1.0');
    expect(diagnose(text)).toEqual([
      warning('DEPENDENCY_AS_EXPRESSION', `${stepPath}/dependsOn/0`, '$steps.first'),
    ]);
    expect(stepOf(text).dependsOn).toEqual(['first']);
  });

  test('B-DEP-03: dependencies are neither empty nor repeated', () => {
    expect(diagnose(stepWith('dependsOn: []', '1.1.0'))).toEqual([
      error('INVALID_VALUE', `${stepPath}/dependsOn`, '[]'),
    ]);
    expect(diagnose(stepWith('dependsOn: [a, a]', '1.1.0'))).toEqual([
      error('DUPLICATE_NAME', `${stepPath}/dependsOn/1`, 'a'),
    ]);
  });
});
