import { describe, expect, test } from 'vitest';
import { checkStep, hintsFor } from './support/check-step.ts';

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const limit = { name: 'limit', in: 'query', schema: { type: 'integer' } };
const given = { name: 'id', in: 'path', value: 'a' };
const show = { path: '/things/{id}', method: 'get' };

describe('names', () => {
  test('one that the operation does not have is reported with the nearest', async () => {
    const call = {
      operation: { parameters: [limit] },
      step: { parameters: [{ name: 'limt', in: 'query', value: 1 }] },
    };
    expect(await checkStep(call)).toEqual([
      'warning UNKNOWN_PARAMETER /parameters/0/name',
    ]);
    expect(await hintsFor(call)).toEqual(['Did you mean "limit"?']);
  });

  test('one that the path lacks makes the call impossible', async () => {
    const step = { parameters: [{ name: 'thing', in: 'path', value: 1 }] };
    expect(await checkStep({ ...show, operation: { parameters: [id] }, step })).toEqual([
      'error UNKNOWN_PARAMETER /parameters/0/name',
    ]);
  });

  test('a member of the body is no parameter', async () => {
    const schema = { type: 'object', properties: { name: { type: 'string' } } };
    const operation = { requestBody: { content: { 'application/json': { schema } } } };
    const step = { parameters: [{ name: 'name', in: 'query', value: 'a' }] };
    expect(await hintsFor({ operation, step })).toEqual([
      '"name" is a member of its body: write it into "requestBody".',
    ]);
  });

  test('the only one that is left was meant', async () => {
    const operation = {
      parameters: [{ name: 'AuthToken', in: 'query', required: true }],
    };
    const step = { parameters: [{ name: 'redirect', in: 'query', value: 'a' }] };
    expect(await hintsFor({ operation, step })).toEqual(['Did you mean "AuthToken"?']);
  });

  test('headers have no case', async () => {
    const operation = { parameters: [{ name: 'X-Tenant', in: 'header' }] };
    const step = { parameters: [{ name: 'x-tenant', in: 'header', value: 'a' }] };
    expect(await checkStep({ operation, step })).toEqual([]);
  });

  test.each([
    { name: 'Authorization', in: 'header' },
    { name: 'Accept', in: 'header' },
    { name: 'X-Amz-Date', in: 'header' },
    { name: 'X-Whatever', in: 'header' },
    { name: 'session', in: 'cookie' },
    { name: 'api_key', in: 'query' },
  ])('$name in $in needs no declaration', async (parameter) => {
    const step = { parameters: [{ ...parameter, value: 'a' }] };
    expect(await checkStep({ operation: {}, step })).toEqual([]);
  });

  test('what a security scheme covers needs no declaration', async () => {
    const schemes = { key: { type: 'apiKey', name: 'k', in: 'query' } };
    const api = { components: { securitySchemes: schemes } };
    const step = { parameters: [{ name: 'k', in: 'query', value: 'a' }] };
    expect(await checkStep({ operation: {}, step, api })).toEqual([]);
  });

  test('those of the workflow may be meant for other steps', async () => {
    const parameters = [{ name: 'verbose', in: 'query', value: true }];
    expect(await checkStep({ operation: {}, workflow: { parameters } })).toEqual([]);
  });

  test('nothing is said about names when a parameter of the operation cannot be read', async () => {
    const operation = { parameters: [{ $ref: 'elsewhere.json#/a' }] };
    const step = { parameters: [{ name: 'limt', in: 'query', value: 1 }] };
    expect(await checkStep({ operation, step })).toEqual([
      'info BROKEN_DESCRIPTION /sourceDescriptions/0/url',
    ]);
  });
});

describe('places', () => {
  test('the right name in the wrong place is one finding', async () => {
    const step = { parameters: [{ name: 'id', in: 'query', value: 'a' }] };
    const call = { ...show, operation: { parameters: [id] }, step };
    expect(await checkStep(call)).toEqual([
      'error WRONG_PARAMETER_LOCATION /parameters/0/in',
    ]);
    expect(await hintsFor(call)).toEqual(['Write "in: path".']);
  });

  test('a channel is no place of an operation', async () => {
    const step = { parameters: [{ name: 'id', in: 'channel', value: 'a' }] };
    const workflow = { arazzo: '1.1.0' };
    expect(await checkStep({ operation: {}, step, workflow })).toEqual([
      'error INVALID_VALUE /parameters/0/in',
    ]);
  });

  test('a whole query is for OpenAPI 3.2, and can be sent all the same', async () => {
    const step = { parameters: [{ name: 'q', in: 'querystring', value: 'a=1' }] };
    const workflow = { arazzo: '1.1.0' };
    const operation = { parameters: [{ ...limit, required: true }] };
    expect(await checkStep({ operation, step, workflow })).toEqual([
      'info WRONG_PARAMETER_LOCATION /parameters/0/in',
    ]);
    const api = { openapi: '3.2.0' };
    expect(await checkStep({ operation, step, workflow, api })).toEqual([]);
  });
});

describe('what is required', () => {
  test('without a path parameter there is no request', async () => {
    expect(await checkStep({ ...show, operation: { parameters: [id] } })).toEqual([
      'error MISSING_PARAMETER',
    ]);
  });

  test('a path says by itself what it needs', async () => {
    expect(await checkStep({ ...show, operation: {} })).toEqual([
      'error MISSING_PARAMETER',
    ]);
  });

  test('without another one the server may refuse', async () => {
    const operation = { parameters: [{ ...limit, required: true }] };
    expect(await checkStep({ operation })).toEqual(['warning MISSING_PARAMETER']);
  });

  test('one of the workflow counts', async () => {
    const workflow = { parameters: [given] };
    const operation = { parameters: [id] };
    expect(await checkStep({ ...show, operation, workflow })).toEqual([]);
  });

  test.each([
    { name: 'Authorization', in: 'header', required: true },
    { name: 'v', in: 'query', required: true, schema: { default: 1 } },
    { name: 'X-Only', in: 'header', required: true, schema: { enum: ['a'] } },
  ])('$name is filled in by others', async (parameter) => {
    expect(await checkStep({ operation: { parameters: [parameter] } })).toEqual([]);
  });
});

async function checkValue(schema: object, value: unknown) {
  const operation = { parameters: [{ name: 'p', in: 'query', schema }] };
  const step = { parameters: [{ name: 'p', in: 'query', value }] };
  return checkStep({ operation, step });
}

describe('values', () => {
  test.each([
    [{ type: 'integer' }, '5'],
    [{ type: 'string' }, 5],
    [{ type: 'boolean' }, 'true'],
    [{ type: 'array', items: { type: 'string' } }, 'a,b'],
    [{ type: 'array', items: { type: 'integer' } }, ['1', 2]],
    [{ enum: ['1', '2'] }, 1],
    [{ type: 'string', format: 'date' }, '2026-01-31'],
    [{ type: 'integer' }, '$inputs.n'],
    [{ type: 'string', pattern: '^a$' }, 'b{$inputs.n}'],
    [{ type: 'integer' }, '<number>'],
  ])('%j takes %j', async (schema, value) => {
    expect(await checkValue(schema, value)).toEqual([]);
  });

  test.each([
    [{ type: 'integer' }, 'five'],
    [{ type: 'boolean' }, 1],
    [{ enum: ['sold', 'pending'] }, 'solt'],
    [{ type: 'string', pattern: '^a$' }, 'b'],
    [{ type: 'string', format: 'uuid' }, '17'],
    [{ type: 'integer', maximum: 100 }, 1000],
  ])('%j does not take %j', async (schema, value) => {
    expect(await checkValue(schema, value)).toEqual([
      'warning INVALID_PARAMETER_VALUE /parameters/0/value',
    ]);
  });

  test('an item of a list is found where it stands', async () => {
    expect(
      await checkValue({ type: 'array', items: { enum: ['a'] } }, ['a', 'b']),
    ).toEqual(['warning INVALID_PARAMETER_VALUE /parameters/0/value/1']);
  });
});
