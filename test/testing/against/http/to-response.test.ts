import { describe, expect, test } from 'vitest';
import type { OperationAnswer } from '../../../../src/index.ts';
import { createHttpService } from '../../../../src/services/index.ts';
import {
  toResponse,
  unsendable,
} from '../../../../src/testing/against/http/to-response.ts';

function answer(more: Partial<OperationAnswer>): OperationAnswer {
  return { statusCode: 200, headers: {}, body: undefined, ...more };
}

/** What the HTTP service makes of it. */
async function read(meant: OperationAnswer): Promise<OperationAnswer> {
  const service = createHttpService({
    server: 'https://api.example',
    operations: { look: 'GET /' },
    fetch: async () => toResponse({ answer: meant }),
  });
  const operation = { source: 'api', operationId: 'look' };
  const request = { operation, parameters: [], idempotencyToken: '' };
  return service.call(request, { signal: new AbortController().signal });
}

describe('an answer over the network', () => {
  test.each([
    ['an object', { body: { a: [1] } }],
    ['a text in JSON', { body: 'text' }],
    ['a text', { body: 'text', headers: { 'content-type': 'text/plain' } }],
    ['nothing', {}],
    ['an error', { statusCode: 480, body: { __type: 'X' } }],
  ])('comes as it was meant: %s', async (_name, more) => {
    const meant = answer(more);
    const { statusCode, body } = meant;
    expect(await read(meant)).toMatchObject({ statusCode, body });
  });

  test('of which the JSON is broken stays broken', async () => {
    const error = { type: 'INVALID_JSON', message: '' };
    const headers = { 'content-type': 'application/json' };
    const meant = answer({ body: '{"a":', headers, error });
    const { body, error: seen } = await read(meant);
    expect([body, seen?.type]).toEqual(['{"a":', 'INVALID_JSON']);
  });

  test('without an answer is a broken connection', () => {
    const error = { code: 'NO_ANSWER', message: '' } as const;
    expect(toResponse({ error }).type).toBe('error');
  });

  test.each([
    ['a status that says to go on', { statusCode: 100 }],
    ['a body where there can be none', { statusCode: 204, body: {} }],
    ['a header that is none', { headers: { 'a b': 'c' } }],
  ])('cannot have %s', (_name, more) => {
    expect(unsendable(answer(more))).toEqual(expect.any(String));
    expect(unsendable(answer({ body: {} }))).toBeUndefined();
  });
});
