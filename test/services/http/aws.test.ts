import { describe, expect, it } from 'vitest';
import { signAws } from '../../../src/services/http/credentials/sign-aws.ts';
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
): Promise<Headers> {
  let headers = new Headers();
  const service = createHttpService({
    server,
    operations: { op: 'GET /' },
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

  it('are made with those of the source before the usual ones of AWS', async () => {
    const credentials = { amazonaws: aws, own: { ...aws, accessKeyId: 'OWN' } };
    const headers = await headersFor('https://sts.us-east-1.amazonaws.com', {
      credentials,
    });
    expect(headers.get('authorization')).toContain('Credential=OWN/');
  });

  it('carry the session token', async () => {
    const credentials = { aws: { ...aws, sessionToken: 'session' } };
    const headers = await headersFor('https://sts.us-east-1.amazonaws.com', {
      credentials,
    });
    expect(headers.get('x-amz-security-token')).toBe('session');
  });
});

describe('signAws', () => {
  // Cases of the signature test suite that AWS publishes: example.amazonaws.com, service `service`.
  it.each([
    [
      'get-vanilla',
      '/',
      '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    ],
    [
      'get-vanilla-query-order-key-case',
      '/?Param2=value2&Param1=value1',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
  ])('signs %s as published', async (_name, path, signature) => {
    const headers = await signAws(
      {
        method: 'GET',
        url: new URL(path, 'https://example.amazonaws.com'),
        headers: {},
        body: undefined,
        now: Date.UTC(2015, 7, 30, 12, 36, 0),
      },
      { ...aws, region: 'us-east-1', service: 'service' },
    );
    expect(headers['authorization']).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`,
    );
  });
});
