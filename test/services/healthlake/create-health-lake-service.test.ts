import { HealthLakeClient } from '@aws-sdk/client-healthlake';
import { describe, expect, test, vi } from 'vitest';

import { createHealthLakeService } from '../../../src/services/healthlake/create-health-lake-service.ts';
import { healthLakeOperationIds } from '../../../src/services/healthlake/knowledge.ts';
import {
  createScriptedHealthLake,
  quietConfig,
  toRequest,
  unaborted,
} from './scripted-health-lake.ts';

const started = { status: 200, body: { JobId: 'j', JobStatus: 'SUBMITTED' } };
const listed = { status: 200, body: { ExportJobPropertiesList: [] } };
const exportPayload = {
  JobName: null,
  OutputDataConfig: { S3Configuration: { S3Uri: 's3://bucket/x', KmsKeyId: 'key' } },
  DatastoreId: 'd',
  DataAccessRoleArn: 'arn:aws:iam::111122223333:role/x',
};

describe('a request', () => {
  test('goes out as the operation of the SDK, with the token of the run', async () => {
    const { service, sent } = createScriptedHealthLake(started);
    await service.call(toRequest('StartFHIRExportJob', exportPayload), unaborted());
    const { JobName: _absent, ...members } = exportPayload;
    expect(sent[0]?.headers['x-amz-target']).toBe('HealthLake.StartFHIRExportJob');
    expect(sent[0]?.body).toEqual({ ...members, ClientToken: 'token-of-the-run' });
  });

  test.each([
    [null, 'token-of-the-run'],
    ['', 'token-of-the-run'],
    ['mine', 'mine'],
  ])('with the token %j is sent with %j', async (ClientToken, expected) => {
    const { service, sent } = createScriptedHealthLake(started);
    const payload = { ...exportPayload, ClientToken };
    await service.call(toRequest('StartFHIRExportJob', payload), unaborted());
    expect(sent[0]?.body).toMatchObject({ ClientToken: expected });
  });

  test('of an operation without a token is sent without one', async () => {
    const { service, sent } = createScriptedHealthLake({ status: 200, body: {} });
    await service.call(
      toRequest('deleteFHIRDatastore', { DatastoreId: 'd' }),
      unaborted(),
    );
    expect(sent[0]?.body).toEqual({ DatastoreId: 'd' });
  });

  test('has the number that a query parameter gave as a text', async () => {
    const { service, sent } = createScriptedHealthLake(listed);
    const parameters = [{ name: 'MaxResults', in: 'query', value: '5' }] as const;
    const request = toRequest('ListFHIRExportJobs', { DatastoreId: 'd' }, { parameters });
    await service.call(request, unaborted());
    expect(sent[0]?.body).toEqual({ DatastoreId: 'd', MaxResults: 5 });
  });

  test('has times as the API wants them', async () => {
    const { service, sent } = createScriptedHealthLake(listed);
    const payload = { DatastoreId: 'd', SubmittedAfter: '1970-01-01T00:01:00Z' };
    await service.call(toRequest('ListFHIRExportJobs', payload), unaborted());
    expect(sent[0]?.body).toEqual({ DatastoreId: 'd', SubmittedAfter: 60 });
  });

  test('that lacks members is not sent', async () => {
    const { service, sent } = createScriptedHealthLake(started);
    const call = service.call(toRequest('StartFHIRExportJob', {}), unaborted());
    await expect(call).rejects.toThrow(
      'StartFHIRExportJob was not sent: "OutputDataConfig" is missing; ' +
        '"DatastoreId" is missing; "DataAccessRoleArn" is missing.',
    );
    expect(sent).toEqual([]);
  });
});

describe('an answer', () => {
  test('is plain JSON with the status, the headers and what was sent', async () => {
    const properties = { DatastoreId: 'd', DatastoreStatus: 'ACTIVE', CreatedAt: 60.5 };
    const { service } = createScriptedHealthLake({
      status: 200,
      body: { DatastoreProperties: properties },
      headers: { 'X-Amzn-RequestId': 'r1' },
    });
    const request = toRequest('DescribeFHIRDatastore', { DatastoreId: 'd' });
    expect(await service.call(request, unaborted())).toStrictEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'r1' },
      body: {
        DatastoreProperties: { ...properties, CreatedAt: '1970-01-01T00:01:00.500Z' },
      },
      attempts: 1,
      request: { method: 'POST', url: 'https://healthlake.us-east-1.amazonaws.com/' },
    });
  });

  test('without a body has an empty one', async () => {
    const { service } = createScriptedHealthLake({ status: 200, body: '' });
    const payload = { ResourceARN: 'arn', TagKeys: ['a'] };
    const answer = await service.call(toRequest('UntagResource', payload), unaborted());
    expect(answer).toMatchObject({ statusCode: 200, body: {} });
  });
});

describe('the service', () => {
  test('has all operations of the client', () => {
    const { service } = createScriptedHealthLake();
    expect(service.operationIds).toEqual(healthLakeOperationIds);
  });

  test.each(['DescribeFHIRDatastore', 'describeFHIRDatastore'])(
    'knows what %s tells',
    (operationId) => {
      const { service } = createScriptedHealthLake();
      const knowledge = service.describe?.({ source: 'x', operationId });
      expect(knowledge).toMatchObject({ pollInterval: 60_000 });
    },
  );

  test.each([
    [{ region: 'us-east-1' }, 'Amazon HealthLake (us-east-1)'],
    [{}, 'Amazon HealthLake (eu-west-1)'],
    [{ region: async () => 'us-west-2' }, 'Amazon HealthLake'],
    [{ client: new HealthLakeClient(quietConfig) }, 'Amazon HealthLake'],
    [{ name: 'Mine' }, 'Mine'],
  ])('bears the region in its name when it is known: %#', (options, name) => {
    vi.stubEnv('AWS_REGION', 'eu-west-1');
    expect(createHealthLakeService(options).name).toBe(name);
    vi.unstubAllEnvs();
  });

  test('can share a client with another', async () => {
    const client = new HealthLakeClient({
      ...quietConfig,
      endpoint: 'http://127.0.0.1:1',
    });
    const services = [client, client].map((own) =>
      createHealthLakeService({ client: own }),
    );
    const request = toRequest('DescribeFHIRDatastore', { DatastoreId: 'd' });
    const calls = services.map((service) => service.call(request, unaborted()));
    const outcomes = await Promise.allSettled(calls);
    const failure = { status: 'rejected', reason: { code: 'UNREACHABLE' } };
    expect(outcomes).toMatchObject([failure, failure]);
  });
});

test('it knows what an answer looks like, statuses among it', () => {
  const service = createHealthLakeService({ region: 'us-east-1' });
  const operation = { source: 'healthlake', operationId: 'describeFHIRDatastore' };
  const statuses = expect.arrayContaining(['CREATING', 'ACTIVE', 'CREATE_FAILED']);
  expect(service.schemas?.(operation)?.answer).toMatchObject({
    $defs: {
      DatastoreProperties: { properties: { DatastoreStatus: { enum: statuses } } },
    },
  });
});
