import { describe, expect, it } from 'vitest';
import { createHttpService } from '../../../src/services/index.ts';
import type { HttpServiceOptions } from '../../../src/services/index.ts';
import { codeOf } from './support/call-api.ts';

// The credentials of the examples in the documentation of AWS.
const aws = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

async function headersFor(
  server: string,
  options: HttpServiceOptions = {},
  route = 'GET /',
): Promise<Headers> {
  let headers = new Headers();
  const service = createHttpService({
    server,
    operations: { op: route },
    credentials: { any: aws },
    now: () => Date.UTC(2015, 7, 30, 12, 36, 0),
    fetch: async (_url, init) => {
      headers = new Headers(init.headers);
      return new Response();
    },
    ...options,
  });
  const request = { operation: { source: 'api', operationId: 'op' }, parameters: [] };
  await service.call(
    { ...request, idempotencyToken: 't' },
    { signal: new AbortController().signal },
  );
  return headers;
}

describe('AWS signatures', () => {
  it.each([
    ['https://healthlake.us-west-2.amazonaws.com', 'us-west-2/healthlake'],
    [
      'https://abc.execute-api.eu-central-1.amazonaws.com/prod',
      'eu-central-1/execute-api',
    ],
    ['https://bucket.s3.us-east-1.amazonaws.com', 'us-east-1/s3'],
    ['https://iam.amazonaws.com', 'us-east-1/iam'],
    ['https://sts-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1/sts'],
    ['https://ec2.cn-north-1.amazonaws.com.cn', 'cn-north-1/ec2'],
  ])('know region and service of %s', async (server, scope) => {
    const headers = await headersFor(server);
    expect(headers.get('authorization')).toContain(
      `AKIDEXAMPLE/20150830/${scope}/aws4_request`,
    );
    expect(headers.get('x-amz-date')).toBe('20150830T123600Z');
  });

  it('are made for any host by credentials that are called aws', async () => {
    const credentials = { aws: { ...aws, region: 'us-east-1', service: 'execute-api' } };
    const headers = await headersFor('https://api.test', { credentials });
    expect(headers.get('authorization')).toContain('/us-east-1/execute-api/');
  });

  it('are not made for other hosts', async () => {
    const credentials = { amazonaws: aws };
    const headers = await headersFor('https://api.test', { credentials });
    expect(headers.get('authorization')).toBeNull();
  });

  it('want a region where the host has none', async () => {
    const call = headersFor('https://api.test', { credentials: { aws } });
    expect(await codeOf(call)).toBe('INVALID_REQUEST');
  });

  it('carry the session token', async () => {
    const credentials = { aws: { ...aws, sessionToken: 'session' } };
    const headers = await headersFor('https://sts.us-east-1.amazonaws.com', {
      credentials,
    });
    expect(headers.get('x-amz-security-token')).toBe('session');
  });

  // The case "get-vanilla-query-order-key-case" of the published test suite, which signs only these
  // headers; `accept` is signed by us as well, so that only its parts are compared.
  it('cover the query as it is sent', async () => {
    const host = 'https://service.us-east-1.amazonaws.com';
    const one = await headersFor(host, {}, 'GET /?Param2=value2&Param1=value1');
    const other = await headersFor(host, {}, 'GET /?Param1=value1&Param2=value2');
    const different = await headersFor(host, {}, 'GET /?Param1=value1&Param2=value3');
    expect(one.get('authorization')).toBe(other.get('authorization'));
    expect(one.get('authorization')).not.toBe(different.get('authorization'));
  });
});
