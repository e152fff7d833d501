import * as healthLake from '@aws-sdk/client-healthlake';
import * as sfn from '@aws-sdk/client-sfn';
import * as sqs from '@aws-sdk/client-sqs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

import type { JsonSchema } from '../../../../src/openapi/index.ts';
import { awsSchemas } from '../../../../src/services/aws/schema/aws-schemas.ts';

function schemaOf(
  exported: object,
  operationId: string,
  which: 'input' | 'output',
): JsonSchema {
  return awsSchemas(exported, operationId)?.[which] ?? false;
}

const ajv = new Ajv2020({ strict: false, validateFormats: false });

const accepts = (schema: JsonSchema, value: unknown): boolean =>
  ajv.validate(schema, value);

const job = {
  JobId: 'job-1',
  JobStatus: 'COMPLETED',
  SubmitTime: '2024-02-03T04:05:06.000Z',
  DatastoreId: 'd',
  OutputDataConfig: { S3Configuration: { S3Uri: 's3://bucket/x', KmsKeyId: 'key' } },
};

describe('the schema of an answer', () => {
  const schema = schemaOf(healthLake, 'DescribeFHIRExportJob', 'output');

  test('has what the service answers', () => {
    expect(accepts(schema, { ExportJobProperties: job })).toBe(true);
  });

  test.each([
    ['a status that does not exist', { ...job, JobStatus: 'DONE' }],
    ['a time that is a number', { ...job, SubmitTime: 1_706_933_106 }],
    ['a required member less', { ...job, DatastoreId: undefined }],
    ['no member of a union', { ...job, OutputDataConfig: {} }],
    [
      'a required member less, further down',
      { ...job, OutputDataConfig: { S3Configuration: {} } },
    ],
  ])('refuses %s', (_what, wrong) => {
    const properties: unknown = JSON.parse(JSON.stringify(wrong));
    expect(accepts(schema, { ExportJobProperties: properties })).toBe(false);
  });

  test('gives the values of a status by the name of what it belongs to', () => {
    expect(schemaOf(sfn, 'DescribeExecution', 'output')).toMatchObject({
      properties: { status: { enum: Object.values(sfn.ExecutionStatus) } },
    });
  });

  test('knows maps', () => {
    const attributes = schemaOf(sqs, 'GetQueueAttributes', 'output');
    expect(accepts(attributes, { Attributes: { QueueArn: 'a' } })).toBe(true);
    expect(accepts(attributes, { Attributes: { QueueArn: ['a'] } })).toBe(false);
  });

  test('of an operation that answers nothing allows nothing in particular', () => {
    expect(accepts(schemaOf(sqs, 'DeleteMessage', 'output'), {})).toBe(true);
  });
});

describe('the schema of an input', () => {
  const schema = schemaOf(healthLake, 'StartFHIRExportJob', 'input');
  const input = {
    OutputDataConfig: job.OutputDataConfig,
    DatastoreId: 'd',
    DataAccessRoleArn: 'arn',
  };

  test.each([
    ['with what is required', input],
    ['with a number for a text', { ...input, JobName: 5 }],
    ['with null for what is not required', { ...input, JobName: null }],
    ['with something unknown, which is not sent', { ...input, Colour: 'red' }],
  ])('takes one %s', (_what, value) => {
    expect(accepts(schema, value)).toBe(true);
  });

  test.each([
    ['without what is required', { DatastoreId: 'd' }],
    ['with null for what is required', { ...input, DatastoreId: null }],
    ['with an object for a text', { ...input, JobName: {} }],
  ])('refuses one %s', (_what, value) => {
    expect(accepts(schema, value)).toBe(false);
  });
});

test.each([
  ['a number as text', 'MaxResults', '5', 'many'],
  ['a time in several ways', 'SubmittedAfter', '2024-02-03', 'yesterday'],
  ['a known value', 'JobStatus', 'COMPLETED', 'DONE'],
])('an input takes %s', (_what, member, right, wrong) => {
  const schema = schemaOf(healthLake, 'ListFHIRExportJobs', 'input');
  expect(accepts(schema, { DatastoreId: 'd', [member]: right })).toBe(true);
  expect(accepts(schema, { DatastoreId: 'd', [member]: wrong })).toBe(false);
});

test.each([
  ['HealthLake', healthLake],
  ['Step Functions', sfn],
  ['SQS', sqs],
])('every operation of %s has schemas that stand alone', (_name, exported) => {
  const ids = Object.keys(exported).flatMap(
    (key) => /^(\w+)Command$/.exec(key)?.[1] ?? [],
  );
  expect(ids.length).toBeGreaterThan(10);
  for (const id of ids) {
    expect(() => ajv.compile(schemaOf(exported, id, 'input'))).not.toThrow();
    expect(() => ajv.compile(schemaOf(exported, id, 'output'))).not.toThrow();
    expect(schemaOf(exported, id, 'output')).not.toBe(false);
  }
});

test.each(['NoSuchThing', 'toString', 'JobStatus'])('%s is no operation', (id) => {
  expect(awsSchemas(healthLake, id)).toBeUndefined();
});
