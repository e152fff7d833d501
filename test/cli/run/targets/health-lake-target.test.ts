import { describe, expect, test } from 'vitest';
import {
  createHealthLakeTarget,
  expectedDatastores,
} from '../../../../src/cli/run/targets/health-lake-target.ts';
import type { HealthLakeArguments } from '../../../../src/cli/run/targets/health-lake-target.ts';
import type { SourceTarget } from '../../../../src/cli/run/targets/source-target.ts';

function target(options: HealthLakeArguments): Promise<SourceTarget> {
  return createHealthLakeTarget(options, { datastores: [], pace: 0, isAlone: true });
}

describe('a run', () => {
  test('is on the simulator when no option says otherwise', async () => {
    const { label, clock, lookSuffix } = await target({});

    expect(label).toBe('the embedded HealthLake simulator');
    expect(clock).toBeDefined();
    expect(lookSuffix).toBeUndefined();
  });

  test.each([
    [{ region: 'eu-west-1' }, 'Amazon HealthLake (eu-west-1)', ' --region eu-west-1'],
    [{ profile: 'me' }, 'Amazon HealthLake (profile me)', ' --profile me'],
    [
      { endpoint: 'http://127.0.0.1:4010/' },
      'the HealthLake at http://127.0.0.1:4010',
      ' --region us-east-1 --endpoint-url http://127.0.0.1:4010/',
    ],
  ])(
    'with %j is elsewhere, on the clock of the wall',
    async (options, label, lookSuffix) => {
      const elsewhere = await target(options);

      expect(elsewhere).toMatchObject({ label, lookSuffix });
      expect(elsewhere.clock).toBeUndefined();
    },
  );

  test('elsewhere cannot be given faults', async () => {
    const options = { region: 'eu-west-1', fault: ['FAILED'] };

    await expect(target(options)).rejects.toMatchObject({ name: 'UsageError' });
  });
});

test('data stores that come as inputs are expected to exist', () => {
  const payloads = [
    { DatastoreId: '$inputs.Store' },
    { DatastoreId: '$inputs.Store', More: 1 },
    { DatastoreId: '$steps.create.outputs.id' },
    { DatastoreId: '$inputs.Absent' },
    'text',
    undefined,
  ];

  expect(expectedDatastores(payloads, { Store: 'abc' })).toEqual(['abc']);
});
