import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/arazzo-import/parse/parse-document.ts';
import {
  diagnose,
  documentOf,
  hintsOf,
  stepOf,
  warning,
  workflowOf,
} from './diagnose.ts';
import { documentWith, stepPath, stepWith, workflowPath } from './documents.ts';

/** The only action of a step; its place does not matter. */
function firstAction(step: string): object | undefined {
  const { onSuccess, onFailure } = stepOf(stepWith(step));
  return [...onSuccess, ...onFailure][0];
}

describe('one item in place of a list', () => {
  test.each([
    ['successCriteria: {condition: $statusCode == 200}', 'successCriteria'],
    ['successCriteria: $statusCode == 200', 'successCriteria'],
    ['onSuccess: {name: a, type: end}', 'onSuccess'],
    ['onFailure: {name: a, type: end}', 'onFailure'],
    ['parameters: {name: a, in: query, value: 1}', 'parameters'],
  ] as const)('%s is read as a list', (step, field) => {
    const text = stepWith(step);
    expect(diagnose(text)[0]).toMatchObject(
      warning('SINGLE_ITEM', `${stepPath}/${field}`, expect.any(String)),
    );
    expect(stepOf(text)[field]).toMatchObject([{ path: `${stepPath}/${field}` }]);
  });

  test('dependsOn may be one workflow', () => {
    const text = documentWith({ workflow: 'dependsOn: second' });
    expect(diagnose(text)).toMatchObject([{ code: 'SINGLE_ITEM', at: 'second' }]);
    expect(workflowOf(text).dependsOn).toEqual(['second']);
  });

  test('a map of parameters is no parameter', () => {
    const text = stepWith('parameters: {limit: 5}');
    expect(diagnose(text)).toMatchObject([{ code: 'WRONG_TYPE', severity: 'error' }]);
  });
});

describe('words', () => {
  test.each(['Header', 'HEADER'])('in: %s is the header', (word) => {
    const text = stepWith(`parameters: [{name: a, in: ${word}, value: 1}]`);
    expect(diagnose(text)).toEqual([
      warning('WORD_CASE', `${stepPath}/parameters/0/in`, word),
    ]);
    expect(stepOf(text).parameters).toMatchObject([{ in: 'header' }]);
  });

  test('a parameter in the body has two readings, and the hint shows both', () => {
    const text = stepWith('parameters: [{name: a, in: body, value: 1}]');
    expect(diagnose(text)).toMatchObject([{ code: 'INVALID_VALUE', severity: 'error' }]);
    expect(hintsOf(text)).toEqual([expect.stringMatching(/payload, when .* or as/)]);
  });
});

describe('criteria and actions', () => {
  test('the condition of an action is its criterion', () => {
    const step = 'onFailure: [{name: a, type: end, condition: $statusCode == 404}]';
    const path = `${stepPath}/onFailure/0`;
    expect(diagnose(stepWith(step))).toEqual([
      warning('ACTION_CONDITION', `${path}/condition`, 'condition'),
    ]);
    expect(firstAction(step)).toMatchObject({
      criteria: [{ path, condition: '$statusCode == 404', type: 'simple' }],
    });
  });

  test('beside criteria a condition is a stray field', () => {
    const step = 'onFailure: [{name: a, type: end, condition: b, criteria: []}]';
    expect(diagnose(stepWith(step))).toMatchObject([{ code: 'UNKNOWN_FIELD' }]);
  });

  test.each([
    ['onSuccess: [{name: a, stepId: b}]', 'goto'],
    ['onFailure: [{name: a, retryAfter: 1}]', 'retry'],
    ['onFailure: [{name: a, stepId: b, retryLimit: 1}]', 'retry'],
    ['onFailure: [{name: a, type: null, retryLimit: 1}]', 'retry'],
  ])('%s has the type %s', (step, type) => {
    expect(diagnose(stepWith(step))).toContainEqual(
      expect.objectContaining({ code: 'MISSING_ACTION_TYPE', severity: 'warning' }),
    );
    expect(firstAction(step)).toMatchObject({ type });
  });

  test.each([
    ['onFailure: [{name: a, stepId: b}]', /goto .* retry/],
    ['onSuccess: [{name: a, goto: b}]', /stepId: b .* workflowId: b/],
    ['onSuccess: [{name: a}]', /end, goto or retry/],
  ])('%s could have several types, and the hint shows them', (step, readings) => {
    const text = stepWith(step);
    expect(diagnose(text)[0]).toMatchObject({ code: 'MISSING_FIELD', severity: 'error' });
    expect(hintsOf(text)[0]).toMatch(readings);
  });

  test('the name of an action may be a reference', () => {
    const step = 'onFailure: [{name: $components.failureActions.again}]';
    expect(diagnose(stepWith(step))).toEqual([
      warning('REFERENCE_AS_NAME', `${stepPath}/onFailure/0/name`, 'name'),
    ]);
    expect(firstAction(step)).toEqual({
      kind: 'reusable',
      path: `${stepPath}/onFailure/0`,
      reference: '$components.failureActions.again',
    });
  });

  test('a component without a name is called by its key', () => {
    const root = 'components: {failureActions: {again: {type: retry}}}';
    const { components } = documentOf(documentWith({ root }));
    expect(components.failureActions).toMatchObject({ again: { name: 'again' } });
  });

  test('actions without names do not count as duplicates', () => {
    const text = stepWith('onFailure: [{type: retry}, {type: end}]');
    expect(diagnose(text).map(({ code }) => code)).toEqual([
      'MISSING_ACTION_NAME',
      'MISSING_ACTION_NAME',
    ]);
  });

  test('B-CRIT-13: the version beside the type is a habit in Arazzo 1.1 only', () => {
    const step =
      'successCriteria: [{context: $url, condition: $.a, type: jsonpath, version: rfc9535}]';
    expect(diagnose(stepWith(step, '1.1.0'))).toMatchObject([
      { code: 'FLATTENED_EXPRESSION_TYPE', severity: 'warning', at: 'version' },
    ]);
  });
});

describe('references', () => {
  test('a $ref to a component is read as a reference', () => {
    const text = stepWith("parameters: [{$ref: '#/components/parameters/page'}]");
    const path = `${stepPath}/parameters/0`;
    expect(diagnose(text)).toEqual([
      warning('REF_FOR_REFERENCE', `${path}/$ref`, '$ref'),
    ]);
    expect(stepOf(text).parameters).toEqual([
      { kind: 'reusable', path, reference: '$components.parameters.page' },
    ]);
  });

  test('an empty reference beside a parameter counts as none', () => {
    const text = stepWith("parameters: [{name: a, in: query, value: 1, reference: ''}]");
    expect(diagnose(text)).toMatchObject([{ code: 'EMPTY_FIELD', severity: 'warning' }]);
    expect(stepOf(text).parameters).toMatchObject([{ kind: 'parameter', name: 'a' }]);
  });

  test('an empty workflowId beside an operation counts as none', () => {
    const text = stepWith("workflowId: ''");
    expect(diagnose(text)).toMatchObject([{ code: 'EMPTY_FIELD', severity: 'warning' }]);
  });
});

describe('outputs, parameters, dependencies', () => {
  test.each(['[{a: $url}, {b: $method}]', '[{name: a, value: $url}, {b: $method}]'])(
    'the list of outputs %s is read as a map',
    (outputs) => {
      const text = stepWith(`outputs: ${outputs}`);
      expect(diagnose(text)).toEqual([
        warning('OUTPUTS_AS_LIST', `${stepPath}/outputs`, 'outputs'),
      ]);
      expect(stepOf(text).outputs).toEqual({ a: '$url', b: '$method' });
    },
  );

  test('a list of bare names is no map', () => {
    expect(diagnose(stepWith('outputs: [a]'))).toMatchObject([{ code: 'WRONG_TYPE' }]);
  });

  test.each(['{petId}', '%7BpetId%7D'])(
    'a parameter of the path %s needs not say where it goes',
    (name) => {
      const target = `operationPath: '{$sourceDescriptions.pets.url}#/paths/~1pets~1${name}/get'`;
      const step = 'parameters: [{name: petId, value: 1}]';
      const text = documentWith({ target, step });
      expect(diagnose(text)).toMatchObject([
        { code: 'PARAMETER_WITHOUT_LOCATION', severity: 'warning' },
      ]);
      expect(stepOf(text).parameters).toMatchObject([{ in: 'path' }]);
    },
  );

  test('a dependency on a workflow may be an expression of this document', () => {
    const text = documentWith({ workflow: 'dependsOn: [$workflows.login]' });
    expect(diagnose(text)).toEqual([
      warning(
        'DEPENDENCY_AS_EXPRESSION',
        `${workflowPath}/dependsOn/0`,
        '$workflows.login',
      ),
    ]);
    expect(workflowOf(text).dependsOn).toEqual(['login']);
  });
});

test.each([
  ['successCriteria', '[{condition: a}, {condition: a}]'],
  ['requestBody', '{replacements: [{target: /a, value: 1}, {target: /a, value: 1}]}'],
])('an item of %s that is there twice is a warning', (field, value) => {
  expect(diagnose(stepWith(`${field}: ${value}`))).toMatchObject([
    { code: 'REPEATED_ITEM', severity: 'warning' },
  ]);
});

describe('hints', () => {
  test.each([
    ['onFailure: [{name: a, type: goto, step: b}]', 'Did you mean "stepId"?'],
    ['onSuccess: [{name: a, type: ends}]', 'Did you mean "end"?'],
    ['onSuccess: [{name: a, type: teleport}]', 'Write one of "end", "goto".'],
  ])('%s: %s', (step, hint) => {
    expect(hintsOf(stepWith(step))).toContain(hint);
  });

  test('a request body cannot be a reference, and is not left out without a word', () => {
    const text = stepWith('requestBody: {$ref: ./body.yaml}');
    expect(diagnose(text)).toMatchObject([
      { code: 'INVALID_VALUE', severity: 'error', at: './body.yaml' },
    ]);
  });

  test('two steps with one id are told by their places', () => {
    const text = documentWith().trimEnd() + '\n      - {stepId: list, operationId: b}\n';
    expect(parseDocument(text, 'a').diagnostics).toMatchObject([
      { code: 'DUPLICATE_NAME', message: expect.stringContaining('items 1 and 2') },
    ]);
  });
});
