import { describe, expect, test } from 'vitest';
import { importArazzo } from '../../../src/index.ts';
import { importDocument } from '../../../src/arazzo-import/index.ts';
import { workflowText } from '../../machines/support/workflow-text.ts';
import { answersJson, checkStep, hintsFor } from './support/check-step.ts';

describe('status codes', () => {
  const responses = { 201: { description: 'made' }, '4XX': { description: 'no' } };

  async function check(condition: string) {
    const step = { successCriteria: [{ condition }] };
    return checkStep({ operation: { responses }, step });
  }

  test('one that is not documented cannot come', async () => {
    expect(await check('$statusCode == 200')).toEqual([
      'warning UNDOCUMENTED_STATUS /successCriteria/0/condition',
    ]);
  });

  test.each([
    '$statusCode == 201',
    '$statusCode == 404',
    '$statusCode == 200 || $statusCode == 201',
    '$statusCode == 503',
    '$statusCode >= 200',
    '$statusCode != 200',
  ])('%s is nothing to speak of', async (condition) => {
    expect(await check(condition)).toEqual([]);
  });

  test('"default" documents every status', async () => {
    const operation = { responses: { default: { description: 'any' } } };
    const step = { successCriteria: [{ condition: '$statusCode == 200' }] };
    expect(await checkStep({ operation, step })).toEqual([]);
  });

  test('descriptions do not list all failures', async () => {
    const onFailure = [
      { name: 'a', type: 'end', criteria: [{ condition: '$statusCode == 302' }] },
    ];
    expect(await checkStep({ operation: { responses }, step: { onFailure } })).toEqual(
      [],
    );
  });

  test('those that are documented are in the plan', async () => {
    const description = {
      openapi: '3.0.0',
      paths: { '/a': { get: { operationId: 'a', responses } } },
    };
    const { workflows } = await importDocument(
      workflowText({ steps: [{ stepId: 'a' }] }),
      {
        read: async () => JSON.stringify(description),
      },
    );
    expect(workflows[0]?.plan.steps[0]?.call).toMatchObject({
      documentedStatuses: ['201', '4XX'],
    });
  });
});

async function checkOutput(schema: unknown, a: string) {
  return checkStep({ operation: answersJson(schema), step: { outputs: { a } } });
}

describe('members of an answer', () => {
  const pet = {
    type: 'object',
    properties: {
      id: { type: 'integer' },
      owner: { type: 'object', properties: { name: { type: 'string' } } },
      extra: { type: 'object' },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
    },
  };
  const pets = { type: 'array', items: pet };

  test.each([
    '$response.body',
    '$response.body#/id',
    '$response.body#/owner/name',
    '$response.body#/extra/anything',
    '$response.body#/labels/anything',
    '$response.header.X-Anything',
  ])('%s may be there', async (expression) => {
    expect(await checkOutput(pet, expression)).toEqual([]);
  });

  test.each([
    ['$response.body#/di', 'Did you mean "id"?'],
    ['$response.body#/owner/nam', 'Did you mean "name"?'],
    ['$response.body#/id/value', 'It has no members.'],
  ])('%s cannot', async (a, hint) => {
    const call = { operation: answersJson(pet), step: { outputs: { a } } };
    expect(await checkStep(call)).toEqual(['warning UNKNOWN_RESPONSE_MEMBER /outputs/a']);
    expect(await hintsFor(call)).toEqual([hint]);
  });

  test('a list has indices', async () => {
    const call = {
      operation: answersJson(pets),
      step: { outputs: { a: '$response.body#/id' } },
    };
    expect(await hintsFor(call)).toEqual([
      'It is a list: write "$response.body#/0/id" for its first item.',
    ]);
    expect(await checkOutput(pets, '$response.body#/0/id')).toEqual([]);
  });

  test('criteria and their contexts count', async () => {
    const successCriteria = [
      { condition: '$response.body#/idd == 1' },
      { type: 'regex', context: '$response.body#/ownr', condition: '^a' },
    ];
    expect(
      await checkStep({ operation: answersJson(pet), step: { successCriteria } }),
    ).toEqual([
      'warning UNKNOWN_RESPONSE_MEMBER /successCriteria/0/condition',
      'warning UNKNOWN_RESPONSE_MEMBER /successCriteria/1/context',
    ]);
  });

  test('one of several schemas is enough', async () => {
    const schema = { oneOf: [pet, { properties: { error: {} } }] };
    expect(await checkOutput(schema, '$response.body#/error')).toEqual([]);
    expect(await checkOutput(schema, '$response.body#/nothing')).toHaveLength(1);
  });

  test('outputs are read after failures too', async () => {
    const problem = { properties: { title: { type: 'string' } } };
    const operation = {
      responses: {
        ...(answersJson(pet)['responses'] as object),
        400: { description: 'no', content: { 'application/json': { schema: problem } } },
      },
    };
    const step = { outputs: { a: '$response.body#/title' } };
    expect(await checkStep({ operation, step })).toEqual([]);
  });

  test('an answer without a documented body may have any', async () => {
    const operation = { responses: { 200: { description: 'ok' } } };
    expect(
      await checkStep({ operation, step: { outputs: { a: '$response.body#/a' } } }),
    ).toEqual([]);
  });
});

describe('the operation', () => {
  const paths = {
    '/a': { get: { operationId: 'twin' }, put: { operationId: 'single' } },
    '/b': { get: { operationId: 'twin' } },
  };
  const api = { paths };

  test('has an id that another has too', async () => {
    expect(
      await checkStep({ operation: {}, api, step: { operationId: 'twin' } }),
    ).toEqual(['warning DUPLICATE_OPERATION_ID /operationId']);
  });

  test('has an id that could be used (A-STEP-15)', async () => {
    const operationPath = '{$sourceDescriptions.things.url}#/paths/~1a/put';
    expect(await checkStep({ operation: {}, api, step: { operationPath } })).toEqual([
      'info OPERATION_ID_AVAILABLE /operationPath',
    ]);
  });

  test('of an AWS API is not compared', async () => {
    const servers = [{ url: 'https://healthlake.us-east-1.amazonaws.com' }];
    const operation = { parameters: [{ name: 'q', in: 'query', required: true }] };
    expect(await checkStep({ operation, api: { servers } })).toEqual([]);
    const info = { title: 'a', version: '1', 'x-serviceName': 'healthlake' };
    expect(await checkStep({ operation, api: { info } })).toEqual([]);
  });
});

async function checkCalled(parameters: readonly object[], inputs: object) {
  const child = {
    workflowId: 'child',
    inputs,
    steps: [{ stepId: 'a', operationId: 'a' }],
  };
  const document = JSON.parse(
    workflowText({ steps: [{ stepId: 'call', workflowId: 'child', parameters }] }),
  ) as { workflows: object[] };
  document.workflows.push(child);
  const { diagnostics } = await importArazzo(JSON.stringify(document));
  return diagnostics.map(({ code, path }) => `${code} ${path}`);
}

describe('a workflow that is called', () => {
  const properties = { id: { type: 'string' }, size: { default: 1 } };

  test('wants its required inputs', async () => {
    expect(await checkCalled([], { required: ['id', 'size'], properties })).toEqual([
      'MISSING_WORKFLOW_INPUT /workflows/0/steps/0',
    ]);
    const id = { name: 'id', value: 'a' };
    expect(await checkCalled([id], { required: ['id', 'size'], properties })).toEqual([]);
  });
});
