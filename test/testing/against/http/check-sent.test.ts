import { expect, test } from 'vitest';
import { parseDescription } from '../../../../src/openapi/index.ts';
import { findHttpOperation } from '../../../../src/services/http/http-operation.ts';
import type { OperationRequest } from '../../../../src/index.ts';
import { checkSent } from '../../../../src/testing/against/http/check-sent.ts';
import { petsApi } from '../support/pets-api.ts';

const { description } = await parseDescription(
  JSON.stringify(petsApi('https://pets.example/v1')),
);
if (description === undefined) throw new Error('no description');
const api = description;

function check(
  sent: { method?: string; url: string; type?: string; body?: string },
  wanted: Partial<OperationRequest> & { operationId: string },
): readonly string[] {
  const { operationId, ...rest } = wanted;
  const reference = { source: 'api', operationId };
  const { method = 'GET', url, type, body = '' } = sent;
  const headers = new Headers(type === undefined ? {} : { 'content-type': type });
  return checkSent(
    { method, url: new URL(url, 'https://pets.example'), headers, body },
    {
      operation: findHttpOperation(reference, { description: api }),
      request: { operation: reference, parameters: [], idempotencyToken: '', ...rest },
      basePath: '/v1',
      operations: api.operations,
    },
  );
}

const json = 'application/json';
const payload = { contentType: json, payload: { name: 'Tom' } };

test('a request that is as it should be has no problems', () => {
  const parameters = [
    { name: 'id', in: 'path', value: 7 },
    { name: 'q', in: 'query', value: 'a b' },
  ] as const;
  const sent = { url: '/v1/pets/7?q=a%20b' };
  expect(check(sent, { operationId: 'getPet', parameters })).toEqual([]);
});

test.each([
  ['another method', { method: 'PUT', url: '/v1/pets/7' }, 'PUT /v1/pets/7 was sent'],
  ['another path', { url: '/v2/pets/7' }, 'and not GET /pets/{id}'],
  ['another value', { url: '/v1/pets/8' }, 'parameter "id" was sent with another value'],
])('%s is a problem', (_name, sent, message) => {
  const parameters = [{ name: 'id', in: 'path', value: '7' }] as const;
  const found = check(sent, { operationId: 'getPet', parameters });
  expect(found.join()).toContain(message);
});

test('a parameter that is not there is a problem', () => {
  const parameters = [
    { name: 'id', in: 'path', value: '7' },
    { name: 'q', in: 'query', value: 1 },
    { name: 'X-A', in: 'header', value: 'b' },
  ] as const;
  expect(check({ url: '/v1/pets/7' }, { operationId: 'getPet', parameters })).toEqual([
    'The query parameter "q" was not sent.',
    'The header parameter "X-A" was not sent.',
  ]);
});

test.each([
  ['with other values', json, '{"name":"Tim"}', 'other values'],
  ['of another type', 'text/plain', '{"name":"Tom"}', 'as text/plain'],
])('a body %s is a problem', (_name, type, body, message) => {
  const sent = { method: 'POST', url: '/v1/pets', type, body };
  const found = check(sent, { operationId: 'addPet', requestBody: payload });
  expect(found.join()).toContain(message);
});

test('the order of members and spaces do not matter', () => {
  const body = ' { "b": 1, "a": "2" } ';
  const sent = { method: 'POST', url: '/v1/pets', type: json, body };
  const requestBody = { payload: { a: '2', b: 1 } };
  expect(check(sent, { operationId: 'addPet', requestBody })).toEqual([]);
});

test('a body that nobody wanted is a problem', () => {
  const sent = { method: 'POST', url: '/v1/pets', type: json, body: '{}' };
  expect(check(sent, { operationId: 'addPet' })).toHaveLength(1);
});
