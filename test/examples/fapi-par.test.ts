import { describe, expect, test } from 'vitest';
import { json } from './support/mock-api.ts';
import { isAbsent, readExample, withoutDefects } from './support/official-examples.ts';
import { runExample } from './support/run-example.ts';
import type { Ran } from './support/run-example.ts';

const defects = [
  {
    defect: 'the description calls the operation "Par"',
    found: '$sourceDescriptions.auth-api.PAR',
    put: '$sourceDescriptions.auth-api.Par',
  },
];

const assertion = { iss: 'tpp', aud: 'https://api.example.com', jti: '1' };
const input = {
  client_id: 'tpp-1',
  client_assertion: assertion,
  redirect_uri: 'https://tpp.example.org/back?x=1&y=2',
  code_verifier: 'v"erifier',
  PARrequestBody: { response_type: 'code', scope: 'openid accounts', state: 's&1' },
  TokenRequestBody: { grant_type: '', code: '', redirect_uri: '', code_verifier: '' },
};
const requestUri = 'urn:ietf:params:oauth:request_uri:1';
const tokens = { access_token: 'token', token_type: 'bearer', expires_in: 60 };

async function run(): Promise<Ran> {
  return runExample({
    document: withoutDefects(readExample('1.0.0/FAPI-PAR.arazzo.yaml'), defects),
    description: readExample('1.0.0/FAPI-PAR.openapi.yaml'),
    descriptionUrl: './FAPI-PAR.openapi.yaml',
    expectedServer: 'https://api.uat.example.com',
    answers: {
      'POST /as/par.oauth2': () => json({ request_uri: requestUri }),
      'GET /as/authorize.oauth2': () =>
        json({ code: 'c-1' }, { status: 302, headers: { location: input.redirect_uri } }),
      'POST /as/token.oauth2': () => json(tokens),
    },
    input,
  });
}

describe.skipIf(isAbsent)('FAPI-PAR', () => {
  test('gets a token by a pushed request, a redirect that is not followed, and a code', async () => {
    const { output, calls } = await run();
    expect(output).toEqual({ status: 'completed', outputs: { access_token: tokens } });
    expect(calls.map((call) => call.split('?')[0])).toEqual([
      'POST https://api.uat.example.com/as/par.oauth2',
      'GET https://api.uat.example.com/as/authorize.oauth2',
      'POST https://api.uat.example.com/as/token.oauth2',
    ]);
  });

  test('sends the client in the query of each request, the assertion as JSON', async () => {
    const { requests } = await run();
    const queries = requests.map(({ url }) =>
      Object.fromEntries(new URL(url).searchParams),
    );
    const client = {
      client_id: 'tpp-1',
      client_assertion_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      client_assertion: JSON.stringify(assertion),
    };
    expect(queries).toEqual([
      client,
      { client_id: 'tpp-1', request_uri: requestUri },
      client,
    ]);
  });

  test('sends bodies that were inputs, and that were written with expressions in a text', async () => {
    const { requests } = await run();
    const [push, , token] = requests;
    expect(push?.body).toEqual(input.PARrequestBody);
    expect(token?.body).toEqual({
      grant_type: 'authorization_code',
      code: 'c-1',
      redirect_uri: input.redirect_uri,
      code_verifier: input.code_verifier,
    });
  });
});
