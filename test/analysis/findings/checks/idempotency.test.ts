import { describe, expect, test } from 'vitest';
import { find, withCode } from '../support/find.ts';
import { step } from '../support/step.ts';

const retry = { onFailure: [{ name: 'r', type: 'retry', retryLimit: 2 }] };

/** An API that creates, and takes a token in a parameter. */
function apiOf(name: string): string {
  const parameters = [{ name, in: 'header', schema: { type: 'string' } }];
  const responses = { 201: { description: '' } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: { '/x': { post: { operationId: 'make', parameters, responses } } },
  });
}

async function findIn(rest: object, token: string) {
  const found = await find([step('make', rest)], { api: apiOf(token) });
  return withCode(found, 'MISSING_IDEMPOTENCY_TOKEN');
}

describe('a create that may be repeated', () => {
  test('without the token that its API takes is found', async () => {
    expect(await findIn(retry, 'Client-Token')).toMatchObject([
      { severity: 'warning', path: '/workflows/0/steps/0' },
    ]);
  });

  test('is a note where this library sends the token', async () => {
    expect(await findIn(retry, 'Idempotency-Key')).toMatchObject([{ severity: 'info' }]);
  });

  test('with the token is fine', async () => {
    const parameters = [{ name: 'client-token', in: 'header', value: '$inputs.t' }];

    expect(await findIn({ ...retry, parameters }, 'Client-Token')).toEqual([]);
  });

  test('that is not repeated needs none', async () => {
    expect(await findIn({}, 'Client-Token')).toEqual([]);
  });
});
