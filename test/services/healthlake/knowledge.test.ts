import * as healthLake from '@aws-sdk/client-healthlake';
import { describe, expect, test, vi } from 'vitest';

import {
  healthLakeKnowledge,
  healthLakeOperationIds,
} from '../../../src/services/healthlake/knowledge.ts';
import type { StatusKnowledge } from '../../../src/services/service.ts';

test('the operations are those of the installed client', () => {
  const commands = Object.keys(healthLake).filter((name) => /^\w+Command$/.test(name));
  expect(healthLakeOperationIds.map((id) => `${id}Command`)).toEqual(commands);
});

test('nothing is said about an operation that does not exist', () => {
  expect(healthLakeOperationIds).toEqual(
    expect.arrayContaining(Object.keys(healthLakeKnowledge)),
  );
});

test('it can be read without loading the SDK', async () => {
  vi.resetModules();
  vi.doMock('@aws-sdk/client-healthlake', () => expect.fail('the SDK was loaded'));
  const folder = '../../../src/services/healthlake';
  await expect(import(`${folder}/knowledge.ts`)).resolves.toBeDefined();
  await expect(import(`${folder}/recognise-health-lake.ts`)).resolves.toBeDefined();
  await expect(import(`${folder}/create-health-lake-service.ts`)).rejects.toBeDefined();
  vi.doUnmock('@aws-sdk/client-healthlake');
});

describe('every status of the client has one meaning', () => {
  test.each([
    ['DescribeFHIRDatastore', healthLake.DatastoreStatus],
    ['DescribeFHIRExportJob', healthLake.JobStatus],
    ['DescribeFHIRImportJob', healthLake.JobStatus],
  ])('in %s', (operationId, statuses) => {
    const meanings = meaningsOf(operationId);
    expect(meanings).toEqual(expect.arrayContaining(Object.values(statuses)));
    expect(new Set(meanings).size).toBe(meanings.length);
  });
});

test('a queued job is pending, and one that is being cancelled is lost', () => {
  const { status } = healthLakeKnowledge['DescribeFHIRExportJob'] ?? {};
  expect(status?.pending).toContain('QUEUED');
  expect(status?.failed).toContain('CANCEL_SUBMITTED');
  expect(status?.succeeded).toEqual(['COMPLETED']);
});

test.each([
  ['DescribeFHIRDatastore', 60_000],
  ['DescribeFHIRExportJob', 120_000],
  ['DescribeFHIRImportJob', 120_000],
])('%s is polled every %i ms', (operationId, pollInterval) => {
  expect(healthLakeKnowledge[operationId]).toMatchObject({ pollInterval });
});

test('an export job is looked at with the data store of the request', () => {
  expect(healthLakeKnowledge['StartFHIRExportJob']?.creates).toEqual({
    resource: 'export job',
    id: '/JobId',
    look: 'aws healthlake describe-fhir-export-job --datastore-id {/DatastoreId} --job-id {id}',
    find: 'aws healthlake list-fhir-export-jobs --datastore-id {/DatastoreId}',
  });
});

function meaningsOf(operationId: string): string[] {
  const status = healthLakeKnowledge[operationId]?.status as StatusKnowledge;
  return [...status.pending, ...status.succeeded, ...status.failed];
}
