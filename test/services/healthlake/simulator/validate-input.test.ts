import {
  CreateFHIRDatastoreCommand,
  DescribeFHIRExportJobCommand,
  ListFHIRDatastoresCommand,
  StartFHIRExportJobCommand,
} from '@aws-sdk/client-healthlake';
import { describe, expect, it } from 'vitest';
import { createRequest, createWorld, exportInput } from './create-world.ts';

async function refuse(operation: string, input: unknown): Promise<unknown> {
  const { simulator } = createWorld();
  const response = await simulator.handle(
    createRequest(operation, JSON.stringify(input)),
  );
  expect(response.status).toBe(400);
  return response.json();
}

const validation = (message: string): object => ({
  __type: 'com.amazonaws.healthlake#ValidationException',
  Message: message,
});

describe('the message of a validation', () => {
  it('names the member, its value and the pattern it breaks', async () => {
    expect(await refuse('DescribeFHIRDatastore', { DatastoreId: 'a#b' })).toEqual(
      validation(
        "1 validation error detected: Value 'a#b' at 'datastoreId' failed to satisfy constraint: Member must satisfy regular expression pattern: ^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-%@]*)$",
      ),
    );
  });

  it('counts all errors', async () => {
    expect(await refuse('DescribeFHIRExportJob', {})).toEqual(
      validation(
        "2 validation errors detected: Value null at 'datastoreId' failed to satisfy constraint: Member must not be null; Value null at 'jobId' failed to satisfy constraint: Member must not be null",
      ),
    );
  });
});

describe('a refused value', () => {
  const start = { ...exportInput, DatastoreId: 'a' };
  const create = { DatastoreTypeVersion: 'R4' };
  const key = exportInput.OutputDataConfig.S3Configuration.KmsKeyId;
  const target = (S3Uri: string, KmsKeyId = key): object => ({
    ...start,
    OutputDataConfig: { S3Configuration: { S3Uri, KmsKeyId } },
  });
  const tag = (Key: string, Value: string): object => ({
    ...create,
    Tags: [
      { Key: 'ok', Value: '' },
      { Key, Value },
    ],
  });

  it.each([
    [
      'DescribeFHIRDatastore',
      { DatastoreId: '' },
      'datastoreId',
      'length greater than or equal to 1',
    ],
    [
      'DescribeFHIRDatastore',
      { DatastoreId: 'a'.repeat(33) },
      'datastoreId',
      'length less than or equal to 32',
    ],
    ['DescribeFHIRDatastore', { DatastoreId: null }, 'datastoreId', 'not be null'],
    [
      'CreateFHIRDatastore',
      { DatastoreTypeVersion: 'R5' },
      'datastoreTypeVersion',
      'enum value set: [R4]',
    ],
    [
      'CreateFHIRDatastore',
      { ...create, DatastoreName: 'a'.repeat(257) },
      'datastoreName',
      '256',
    ],
    ['CreateFHIRDatastore', { ...create, ClientToken: 'a_b' }, 'clientToken', 'pattern'],
    [
      'CreateFHIRDatastore',
      { ...create, ClientToken: 'a'.repeat(65) },
      'clientToken',
      '64',
    ],
    [
      'CreateFHIRDatastore',
      { ...create, SseConfiguration: {} },
      'sseConfiguration.kmsEncryptionConfig',
      'null',
    ],
    ['CreateFHIRDatastore', tag('', ''), 'tags.2.member.key', '1'],
    ['CreateFHIRDatastore', tag('a', '*'), 'tags.2.member.value', 'pattern'],
    [
      'ListFHIRDatastores',
      { MaxResults: 0 },
      'maxResults',
      'value greater than or equal to 1',
    ],
    [
      'ListFHIRDatastores',
      { MaxResults: 501 },
      'maxResults',
      'value less than or equal to 500',
    ],
    ['ListFHIRDatastores', { NextToken: 'é' }, 'nextToken', 'pattern'],
    [
      'ListFHIRDatastores',
      { Filter: { DatastoreStatus: 'GONE' } },
      'filter.datastoreStatus',
      'ACTIVE',
    ],
    [
      'ListFHIRExportJobs',
      { DatastoreId: 'a', JobStatus: 'DONE' },
      'jobStatus',
      'QUEUED',
    ],
    [
      'StartFHIRExportJob',
      { ...start, OutputDataConfig: {} },
      'outputDataConfig.s3Configuration',
      'null',
    ],
    [
      'StartFHIRExportJob',
      target('http://bucket'),
      'outputDataConfig.s3Configuration.s3Uri',
      'pattern',
    ],
    [
      'StartFHIRExportJob',
      target('s3://bucket/', 'no key'),
      'outputDataConfig.s3Configuration.kmsKeyId',
      'pattern',
    ],
    [
      'StartFHIRExportJob',
      { ...start, DataAccessRoleArn: 'arn:aws:iam::1:role/x' },
      'dataAccessRoleArn',
      'pattern',
    ],
    ['StartFHIRExportJob', { ...start, JobName: 'a'.repeat(65) }, 'jobName', '64'],
    [
      'StartFHIRImportJob',
      { ...start, InputDataConfig: {} },
      'inputDataConfig.s3Uri',
      'null',
    ],
    [
      'UntagResource',
      { ResourceARN: 'arn:aws:other', TagKeys: [] },
      'resourceARN',
      'pattern',
    ],
  ])('of %s %j is named %s', async (operation, input, path, constraint) => {
    const answer = JSON.stringify(await refuse(operation, input));
    expect(answer).toContain('ValidationException');
    expect(answer).toContain(`at '${path}' failed to satisfy constraint`);
    expect(answer).toContain(constraint);
  });

  it('may be a list that is too long', async () => {
    const Tags = Array.from({ length: 201 }, (_, Key) => ({ Key: `k${Key}`, Value: '' }));
    const answer = JSON.stringify(
      await refuse('CreateFHIRDatastore', { ...create, Tags }),
    );
    expect(answer).toContain("at 'tags' failed");
  });
});

describe('a value of the wrong type', () => {
  it.each([
    [
      'DescribeFHIRDatastore',
      { DatastoreId: 123 },
      'NUMBER_VALUE can not be converted to a String',
    ],
    [
      'DescribeFHIRDatastore',
      { DatastoreId: {} },
      'START_OBJECT can not be converted to a String',
    ],
    [
      'ListFHIRDatastores',
      { MaxResults: '5' },
      'STRING_VALUE can not be converted to an Integer',
    ],
    [
      'ListFHIRDatastores',
      { MaxResults: 1.5 },
      'NUMBER_VALUE can not be converted to an Integer',
    ],
    [
      'ListFHIRDatastores',
      { Filter: { CreatedAfter: '2024-01-01T00:00:00Z' } },
      'STRING_VALUE can not be converted to a Timestamp',
    ],
    [
      'ListFHIRDatastores',
      { Filter: true },
      'TRUE_VALUE can not be converted to a Structure',
    ],
    ['UntagResource', { TagKeys: 'a' }, 'STRING_VALUE can not be converted to a List'],
    ['UntagResource', { TagKeys: [null] }, 'NULL_VALUE can not be converted to a String'],
    ['ListFHIRDatastores', [], 'START_ARRAY can not be converted to a Structure'],
  ])('of %s %j is a SerializationException', async (operation, input, Message) => {
    expect(await refuse(operation, input)).toEqual({
      __type: 'com.amazon.coral.service#SerializationException',
      Message,
    });
  });

  it('reaches the client of the SDK under its name', async () => {
    const { client } = createWorld();
    const input = { MaxResults: '5' as unknown as number };
    await expect(client.send(new ListFHIRDatastoresCommand(input))).rejects.toMatchObject(
      { name: 'SerializationException' },
    );
  });
});

describe('accepted input', () => {
  it('may have members that nobody knows, and nulls in place of optional ones', async () => {
    const { simulator } = createWorld();
    const input = { DatastoreTypeVersion: 'R4', DatastoreName: null, toString: 1 };
    const response = await simulator.handle(
      createRequest('CreateFHIRDatastore', JSON.stringify(input)),
    );
    expect(response.status).toBe(200);
    expect(simulator.datastores[0]).not.toHaveProperty('DatastoreName');
  });

  it('has words of any language in a name', async () => {
    const { client } = createWorld();
    const command = new CreateFHIRDatastoreCommand({
      DatastoreTypeVersion: 'R4',
      DatastoreName: 'Krankengeschichten für Zürich 患者',
    });
    expect((await client.send(command)).DatastoreStatus).toBe('CREATING');
  });

  it.each([
    'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555',
    'arn:aws:kms:us-east-1:123456789012:alias/mine',
    'alias/mine',
    '11111111-2222-3333-4444-555555555555',
  ])('names a key as %s', async (KmsKeyId) => {
    const { client, simulator } = createWorld();
    const command = new StartFHIRExportJobCommand({
      ...exportInput,
      DatastoreId: simulator.addDatastore(),
      OutputDataConfig: { S3Configuration: { S3Uri: 's3://bucket', KmsKeyId } },
    });
    expect((await client.send(command)).JobStatus).toBe('SUBMITTED');
  });

  it('is looked at before the account is', async () => {
    const { client } = createWorld();
    const command = new DescribeFHIRExportJobCommand({ DatastoreId: 'none', JobId: '' });
    await expect(client.send(command)).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});
