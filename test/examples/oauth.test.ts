import { describe, expect, test } from 'vitest';
import type { JsonRecord } from '../../src/index.ts';
import { json } from './support/mock-api.ts';
import type { RecordedRequest } from './support/mock-api.ts';
import { isAbsent, readExample } from './support/official-examples.ts';
import { runExample } from './support/run-example.ts';
import type { Ran } from './support/run-example.ts';

const secret = 's&cret=1';

function answerToken({ body }: RecordedRequest): Response {
  const { grant_type: grant = '' } = body as Record<string, string>;
  return json({ access_token: `by ${grant}`, refresh_token: 'r-1', expires_in: 60 });
}

async function run(workflowId: string, input: JsonRecord): Promise<Ran> {
  return runExample({
    document: readExample('1.0.0/oauth.arazzo.yaml'),
    description: readExample('1.0.0/oauth.openapi.yaml'),
    descriptionUrl: './oauth.openapi.yaml',
    expectedServer: 'https://auth.example.com',
    answers: {
      'GET /authorize': () =>
        json({ code: 'c-1', access_token: 'as the document wants' }),
      'POST /oauth/token': answerToken,
    },
    workflowId,
    input,
  });
}

const authorize =
  'https://auth.example.com/authorize?client_id=me&redirect_uri=https%3A%2F%2Fapp.example.org%2Fback&response_type=code&scope=read&state=12345';
const token = 'https://auth.example.com/oauth/token';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe.skipIf(isAbsent)('oauth', () => {
  test('client-credentials-flow sends the credentials as a form', async () => {
    const { output, requests } = await run('client-credentials-flow', {
      client_id: 'me',
      client_secret: secret,
    });
    expect(output).toEqual({
      status: 'completed',
      outputs: { access_token: 'by client_credentials' },
    });
    const body = {
      client_id: 'me',
      client_secret: secret,
      grant_type: 'client_credentials',
    };
    expect(requests).toMatchObject([{ method: 'POST', url: token, headers: form, body }]);
  });

  test('authorization-code-flow exchanges the code for tokens', async () => {
    const { output, requests } = await run('authorization-code-flow', {
      client_id: 'me',
      client_secret: secret,
      redirect_uri: 'https://app.example.org/back',
    });
    expect(output).toEqual({
      status: 'completed',
      outputs: {
        access_token: 'by authorization_code',
        refresh_token: 'r-1',
        expires_in: 60,
      },
    });
    expect(requests).toMatchObject([
      { method: 'GET', url: authorize },
      { url: token, headers: form, body: { code: 'c-1', client_secret: secret } },
    ]);
  });

  test('refresh-token-flow calls the other workflow with its own inputs and refreshes', async () => {
    const { output, calls, requests } = await run('refresh-token-flow', {
      my_client_id: 'me',
      my_client_secret: secret,
      my_redirect_uri: 'https://app.example.org/back',
    });
    expect(output).toMatchObject({
      status: 'completed',
      outputs: { access_token: 'by refresh_token', refresh_token: 'r-1', expires_in: 60 },
    });
    expect(calls).toEqual([`GET ${authorize}`, `POST ${token}`, `POST ${token}`]);
    expect(requests[2]?.body).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'r-1',
    });
  });
});
