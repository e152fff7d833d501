import { describe, expect, test } from 'vitest';

import {
  createScriptedHealthLake,
  toRequest,
  unaborted,
} from '../healthlake/scripted-health-lake.ts';
import type { ScriptedResponse } from '../healthlake/scripted-health-lake.ts';

const describeStore = toRequest('DescribeFHIRDatastore', { DatastoreId: 'd' });

async function answerTo(...responses: ScriptedResponse[]) {
  return createScriptedHealthLake(...responses).service.call(describeStore, unaborted());
}

describe('an exception of the service is an answer', () => {
  test('when the API documents it', async () => {
    const answer = await answerTo({
      status: 400,
      body: {
        __type: 'com.amazonaws.healthlake#ResourceNotFoundException',
        Message: 'No such data store',
      },
      headers: { 'X-Amzn-RequestId': 'r1' },
    });
    const message = 'No such data store';
    expect(answer).toStrictEqual({
      statusCode: 400,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'r1' },
      body: { __type: 'ResourceNotFoundException', message },
      error: { type: 'ResourceNotFoundException', message },
      attempts: 1,
      request: { method: 'POST', url: 'https://healthlake.us-east-1.amazonaws.com/' },
    });
  });

  test('when nobody documents it, with all it says', async () => {
    const answer = await answerTo({
      status: 403,
      body: { __type: 'ExpiredTokenException', message: 'Expired', Since: [1] },
    });
    expect(answer).toMatchObject({
      statusCode: 403,
      body: { __type: 'ExpiredTokenException', message: 'Expired', Since: [1] },
    });
  });

  test('when its name is in a header', async () => {
    const answer = await answerTo({
      status: 400,
      body: { message: 'no' },
      headers: { 'x-amzn-errortype': 'ValidationException:http://x' },
    });
    expect(answer.error).toEqual({ type: 'ValidationException', message: 'no' });
  });

  test('when it says nothing', async () => {
    expect(await answerTo({ status: 404, body: '' })).toMatchObject({
      statusCode: 404,
      error: { type: 'Unknown' },
    });
  });

  test('without the credentials that it repeats', async () => {
    const Message = 'Credential=AKIAIOSFODNN7EXAMPLE/x x-amz-security-token:abc';
    const { body, error } = await answerTo({
      status: 403,
      body: { __type: 'InvalidSignatureException', Message },
    });
    expect(JSON.stringify({ body, error })).not.toMatch(/AKIA|abc/);
  });
});

describe('the retries of the SDK are counted', () => {
  const throttled = { status: 400, body: { __type: 'ThrottlingException' } };
  const broken = { status: 500, body: { __type: 'InternalServerException' } };

  test('when a throttled call succeeds at last', async () => {
    const fine = { status: 200, body: { DatastoreProperties: {} } };
    const answer = await answerTo(throttled, throttled, fine);
    expect(answer).toMatchObject({ statusCode: 200, attempts: 3 });
  });

  test('when it does not', async () => {
    expect(await answerTo(broken, broken, broken)).toMatchObject({
      statusCode: 500,
      error: { type: 'InternalServerException' },
      attempts: 3,
    });
  });
});
