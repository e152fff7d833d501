import { expect, test } from 'vitest';
import { diagnose, documentOf, error, warning, workflowOf } from './diagnose.ts';
import { documentWith, workflowPath } from './documents.ts';

test('A-WF-01: the workflowId is required', () => {
  const text = documentWith().replace('workflowId: first', 'x-id: first');
  expect(diagnose(text)).toEqual([
    error('MISSING_FIELD', `${workflowPath}/workflowId`, 'x-id: first'),
  ]);
  expect(documentOf(text).workflows).toEqual([]);
});

test('A-WF-02: two workflows may not have the same id', () => {
  const text = documentWith({
    root: '  - workflowId: first\n    steps: [{stepId: a, operationId: b}]',
  });
  expect(diagnose(text)).toEqual([
    error('DUPLICATE_NAME', '/workflows/1/workflowId', 'first'),
  ]);
});

test('A-WF-04: unusual characters in the id are a warning', () => {
  const text = documentWith().replace('workflowId: first', 'workflowId: my wf');
  expect(diagnose(text)).toEqual([
    warning('INVALID_NAME', `${workflowPath}/workflowId`, 'my wf'),
  ]);
});

test.each(['true', '{type: object}'])('A-WF-05: inputs may be %s', (inputs) => {
  expect(diagnose(documentWith({ workflow: `inputs: ${inputs}` }))).toEqual([]);
});

test('A-WF-05: inputs that are no schema are an error', () => {
  expect(diagnose(documentWith({ workflow: 'inputs: [a]' }))).toEqual([
    error('WRONG_TYPE', `${workflowPath}/inputs`, '[a]'),
  ]);
});

test('A-WF-09: dependsOn is a list of texts; the others are kept', () => {
  const text = documentWith({ workflow: 'dependsOn: [login, {a: 1}]' });
  expect(diagnose(text)).toEqual([
    error('WRONG_TYPE', `${workflowPath}/dependsOn/1`, '{a: 1}'),
  ]);
  expect(workflowOf(text).dependsOn).toEqual(['login']);
});

test('A-WF-15: a workflow needs steps', () => {
  const text = documentWith({
    root: '  - workflowId: second\n  - workflowId: third\n    steps: []',
  });
  expect(diagnose(text)).toEqual([
    error('MISSING_FIELD', '/workflows/1/steps', 'workflowId: second'),
    error('INVALID_VALUE', '/workflows/2/steps', '[]'),
  ]);
});

test('A-WF-20: two actions of a list may not have the same name', () => {
  const actions = '[{name: a, type: end}, {name: a, type: end}]';
  const workflow = `successActions: ${actions}\nfailureActions: ${actions}`;
  expect(diagnose(documentWith({ workflow }))).toEqual([
    error('DUPLICATE_NAME', `${workflowPath}/successActions/1/name`, 'a'),
    error('DUPLICATE_NAME', `${workflowPath}/failureActions/1/name`, 'a'),
  ]);
});

test('A-WF-22: names of outputs have few characters to choose from', () => {
  const text = documentWith({ workflow: 'outputs: {"a b": $url, a.b-c_1: $url}' });
  expect(diagnose(text)).toEqual([
    error('INVALID_NAME', `${workflowPath}/outputs/a b`, '"a b"'),
  ]);
});

test('A-WF-27: two parameters may not have the same name and place', () => {
  const parameters =
    '[{name: a, in: query, value: 1}, {name: a, in: header, value: 1}, {name: a, in: query, value: 2}]';
  expect(diagnose(documentWith({ workflow: `parameters: ${parameters}` }))).toEqual([
    error('DUPLICATE_NAME', `${workflowPath}/parameters/2/name`, 'a'),
  ]);
});

test('A-WF-29: summary and description are kept', () => {
  const text = documentWith({ workflow: 'summary: S\ndescription: D' });
  expect(workflowOf(text)).toMatchObject({ summary: 'S', description: 'D' });
});

test('absent lists and maps are empty', () => {
  expect(workflowOf(documentWith())).toMatchObject({
    path: workflowPath,
    dependsOn: [],
    successActions: [],
    failureActions: [],
    parameters: [],
    outputs: {},
  });
});

test('a workflow that is no object is dropped, and the others keep their paths', () => {
  const text = documentWith().replace('workflows:', 'workflows:\n  - 1');
  expect(diagnose(text)).toEqual([error('WRONG_TYPE', '/workflows/0', '1')]);
  expect(workflowOf(text).path).toBe('/workflows/1');
});
