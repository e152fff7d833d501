import { expect, test } from 'vitest';
import { importArazzo } from '../../../src/index.ts';
import { planPaths, runPaths, toRecording } from '../../../src/testing/index.ts';
import { documentText } from '../../machines/support/document-text.ts';

const secret = { type: 'string', format: 'password' };
const login = {
  operationId: 'enter',
  parameters: [{ name: 'X-Door', in: 'header', schema: secret }],
  requestBody: {
    content: {
      'application/json': {
        schema: {
          allOf: [
            { type: 'object', properties: { user: { type: 'string' } } },
            { type: 'object', properties: { code: { type: 'string', writeOnly: true } } },
          ],
        },
      },
    },
  },
  responses: {
    '200': {
      description: 'Come in.',
      content: {
        'application/json': { schema: { type: 'object', properties: { badge: secret } } },
      },
    },
  },
};
const api = {
  openapi: '3.1.0',
  info: { title: 'Doors', version: '1' },
  servers: [{ url: 'https://doors.example' }],
  paths: { '/': { post: login } },
};
const workflow = {
  workflowId: 'test',
  inputs: {
    type: 'object',
    required: ['deep'],
    properties: {
      deep: { type: 'object', required: ['pw'], properties: { pw: secret } },
    },
  },
  steps: [
    {
      stepId: 'enter',
      parameters: [{ name: 'X-Door', in: 'header', value: 'blue-door' }],
      requestBody: { payload: { user: '$inputs.deep#/pw', code: 'code-4711' } },
      successCriteria: [{ condition: '$statusCode == 200' }],
      outputs: { badge: '$response.body#/badge' },
    },
  ],
  outputs: { greeting: 'Hello {$steps.enter.outputs.badge}!' },
};

test('what schemas call a secret is concealed, wherever it stands in a recording', async () => {
  const arazzo = await importArazzo(documentText([workflow]), {
    uri: 'file:///a/a.yaml',
    documents: [{ uri: 'file:///a/api.yaml', text: JSON.stringify(api) }],
  });
  const loaded = arazzo.workflow();
  const report = await runPaths(loaded, planPaths(loaded));
  const text = JSON.stringify(toRecording([report]));
  expect(report.paths[0]?.secrets).toEqual([
    'pw-1',
    'blue-door',
    'code-4711',
    expect.stringMatching(/^badge-/u),
  ]);
  expect(text).not.toMatch(/pw-1|blue-door|code-4711|badge-\d/u);
  expect(text).toMatch(/"greeting":"Hello \[concealed [\da-f]{8}\]!"/u);
  expect(text).toMatch(/"user":"\[concealed /u);
});
