import { describe, expect, test } from 'vitest';

import { recogniseHealthLake } from '../../../src/services/healthlake/recognise-health-lake.ts';

const calls = (...ids: string[]) => ids.map((operationId) => ({ operationId }));

describe('by its operations alone, a source is HealthLake', () => {
  test.each([
    ['when it has all ids', calls('CreateFHIRDatastore', 'TagResource')],
    ['when the ids begin small', calls('startFHIRExportJob')],
    [
      'when a header says so',
      [{ operationId: 'x', targetHeader: 'HealthLake.TagResource' }],
    ],
    [
      'when the path says so',
      [{ operationPath: '/paths/~1#X-Amz-Target=HealthLake.TagResource/post' }],
    ],
  ])('%s', (_why, operations) => {
    expect(recogniseHealthLake({ operations })).toBe(true);
  });

  test.each([
    ['when there are none', []],
    ['when one is unknown', calls('CreateFHIRDatastore', 'createPatient')],
    ['when they are those of many services', calls('TagResource', 'ListTagsForResource')],
    ['when one has a path only', [{ operationPath: '/paths/~1pets/get' }]],
    ['when a header says otherwise', [{ targetHeader: 'Other.CreateFHIRDatastore' }]],
  ])('but not %s', (_why, operations) => {
    expect(recogniseHealthLake({ operations })).toBe(false);
  });
});

describe('an OpenAPI description decides', () => {
  const operations = calls('CreateFHIRDatastore');

  test.each([
    [{ serviceName: 'healthlake' }],
    [{ servers: ['http://healthlake.{region}.amazonaws.com'] }],
    [{ servers: ['https://healthlake-fips.us-east-1.amazonaws.com/'] }],
    [{ servers: ['https://healthlake.cn-north-1.amazonaws.com.cn'] }],
  ])('%j is HealthLake', (openapi) => {
    expect(recogniseHealthLake({ operations: [], openapi })).toBe(true);
  });

  test.each([
    [{ serviceName: 'dynamodb' }],
    [{ servers: ['https://api.example.com'] }],
    [{ servers: ['https://healthlake.example.com'] }],
    [{ servers: ['https://healthlake.evil.example/?.amazonaws.com'] }],
    [{ servers: ['https://healthlake.x.notamazonaws.com'] }],
  ])('%j is not', (openapi) => {
    expect(recogniseHealthLake({ operations, openapi })).toBe(false);
  });

  test('but one that names no host leaves it to the operations', () => {
    expect(recogniseHealthLake({ operations, openapi: { servers: ['/'] } })).toBe(true);
  });
});
