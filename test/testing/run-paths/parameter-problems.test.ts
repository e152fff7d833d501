import { expect, test } from 'vitest';
import { importArazzo } from '../../../src/index.ts';
import { planPaths, runPaths } from '../../../src/testing/index.ts';
import { documentText } from '../../machines/support/document-text.ts';

const parameters = [
  { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
  { name: 'sort', in: 'query', schema: { type: 'string', enum: ['up', 'down'] } },
  { name: 'tags', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
];
const look = {
  operationId: 'look',
  parameters,
  responses: { '200': { description: '' } },
};
const api = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'https://pets.example' }],
  paths: { '/pets/{id}': { get: look } },
};

async function problemsWith(
  values: Readonly<Record<string, unknown>>,
  description: object = api,
) {
  const sent = Object.entries(values).map(([name, value]) => ({
    name,
    in: name === 'id' ? 'path' : 'query',
    value,
  }));
  const steps = [{ stepId: 'look', parameters: sent }];
  const inputs = { type: 'object', properties: { any: {} } };
  const arazzo = await importArazzo(documentText([{ workflowId: 'w', inputs, steps }]), {
    allowErrors: true,
    uri: 'file:///a/a.yaml',
    documents: [{ uri: 'file:///a/api.yaml', text: JSON.stringify(description) }],
  });
  const workflow = arazzo.workflow();
  const { paths } = await runPaths(workflow, planPaths(workflow));
  return paths[0]?.problems.map(({ message }) => message);
}

test.each([
  [{ id: 'abc' }, 'In the path parameter "id", "abc" is not an integer.'],
  [
    { id: 1, sort: 'left' },
    'In the query parameter "sort", "left" is none of "up", "down"',
  ],
])('a parameter that does not fit its schema fails: %j', async (values, problem) => {
  expect(await problemsWith(values)).toEqual([expect.stringContaining(problem)]);
});

test.each([{ id: '7' }, { id: 7, tags: 'a,b' }, { id: '$inputs.any' }])(
  'a parameter that fits as a text, or was only made up, is right: %j',
  async (values) => {
    expect(await problemsWith({ sort: 'up', ...values })).toEqual([]);
  },
);

/** A description that wants a key in the query, and that has a scheme of that name. */
function withKey(place: 'header' | 'query'): object {
  const key = { name: 'X-Key', in: 'query', required: true, schema: { type: 'string' } };
  return {
    ...api,
    paths: { '/pets/{id}': { get: { ...look, parameters: [...parameters, key] } } },
    components: {
      securitySchemes: { key: { type: 'apiKey', name: 'X-Key', in: place } },
    },
  };
}

test('a required parameter that is an API key is sent by the service', async () => {
  expect(await problemsWith({ id: 7 }, withKey('query'))).toEqual([]);
});

test('a required parameter with the name of an API key in another place is missed', async () => {
  expect(await problemsWith({ id: 7 }, withKey('header'))).toEqual([
    expect.stringContaining('The query parameter "X-Key"'),
  ]);
});
