import {
  DescribeFHIRExportJobCommand,
  DescribeFHIRImportJobCommand,
  ListFHIRExportJobsCommand,
  ListFHIRImportJobsCommand,
  StartFHIRExportJobCommand,
  StartFHIRImportJobCommand,
} from '@aws-sdk/client-healthlake';
import { describe, expect, it } from 'vitest';
import { createWorld, exportInput, importInput, minute, second } from './create-world.ts';

describe('an export job', () => {
  it('goes from SUBMITTED through IN_PROGRESS to COMPLETED', async () => {
    const { client, clock, simulator } = createWorld();
    const DatastoreId = simulator.addDatastore();
    const status = (): string | undefined => simulator.jobs('export')[0]?.JobStatus;

    const answer = await client.send(
      new StartFHIRExportJobCommand({ ...exportInput, DatastoreId }),
    );

    expect(answer).toMatchObject({ JobStatus: 'SUBMITTED', DatastoreId });
    clock.increment(10 * second - 1);
    expect(status()).toBe('SUBMITTED');
    clock.increment(1);
    expect(status()).toBe('IN_PROGRESS');
    clock.increment(2 * minute);
    expect(status()).toBe('COMPLETED');
  });

  it('is described with its input, and with an end once it has one', async () => {
    const { client, clock, simulator } = createWorld();
    const DatastoreId = simulator.addDatastore();
    const { JobId } = await client.send(
      new StartFHIRExportJobCommand({ ...exportInput, DatastoreId, JobName: 'nightly' }),
    );
    const describeIt = new DescribeFHIRExportJobCommand({ DatastoreId, JobId });

    const running = await client.send(describeIt);
    clock.increment(60 * minute);
    const over = await client.send(describeIt);

    expect(running.ExportJobProperties).toEqual({
      ...exportInput,
      DatastoreId,
      JobId,
      JobName: 'nightly',
      JobStatus: 'SUBMITTED',
      SubmitTime: new Date(0),
    });
    expect(over.ExportJobProperties?.EndTime).toEqual(new Date(2 * minute + 10 * second));
  });

  it('needs a data store that exists', async () => {
    const { client } = createWorld();
    const start = new StartFHIRExportJobCommand({ ...exportInput, DatastoreId: 'none' });
    await expect(client.send(start)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it.each(['CREATING', 'CREATE_FAILED', 'DELETING'])(
    'needs a data store that is not %s',
    async (status) => {
      const { client, simulator } = createWorld();
      const DatastoreId = simulator.addDatastore({ status });
      const start = new StartFHIRExportJobCommand({ ...exportInput, DatastoreId });
      await expect(client.send(start)).rejects.toMatchObject({
        name: 'ValidationException',
        message: expect.stringContaining(status) as unknown,
      });
    },
  );

  it('cannot be seen at once when visibility is delayed', async () => {
    const { client, clock, simulator } = createWorld({ visibilityDelay: minute });
    const DatastoreId = simulator.addDatastore();
    const { JobId } = await client.send(
      new StartFHIRExportJobCommand({ ...exportInput, DatastoreId }),
    );
    const describeIt = new DescribeFHIRExportJobCommand({ DatastoreId, JobId });
    await expect(client.send(describeIt)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    clock.increment(minute);
    expect((await client.send(describeIt)).ExportJobProperties?.JobId).toBe(JobId);
  });

  it('is not found through another data store, nor as an import', async () => {
    const { client, simulator } = createWorld();
    const DatastoreId = simulator.addDatastore();
    const { JobId } = await client.send(
      new StartFHIRExportJobCommand({ ...exportInput, DatastoreId }),
    );

    const elsewhere = client.send(
      new DescribeFHIRExportJobCommand({ DatastoreId: simulator.addDatastore(), JobId }),
    );
    const asImport = client.send(
      new DescribeFHIRImportJobCommand({ DatastoreId, JobId }),
    );

    await expect(elsewhere).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(asImport).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('an import job', () => {
  it('validates strictly unless told otherwise, and reports its progress', async () => {
    const { client, clock, simulator } = createWorld();
    const DatastoreId = simulator.addDatastore();
    const { JobId } = await client.send(
      new StartFHIRImportJobCommand({ ...importInput, DatastoreId }),
    );
    const describeIt = new DescribeFHIRImportJobCommand({ DatastoreId, JobId });

    clock.increment(10 * second + 2.5 * minute);
    const { ImportJobProperties } = await client.send(describeIt);

    expect(ImportJobProperties).toMatchObject({
      ...importInput,
      JobStatus: 'IN_PROGRESS',
      ValidationLevel: 'strict',
      JobProgressReport: {
        TotalNumberOfScannedFiles: 5,
        TotalSizeOfScannedFilesInMB: 6.25,
        TotalNumberOfResourcesImported: 500,
      },
    });
  });

  it('keeps the validation level that was asked for', async () => {
    const { client, simulator } = createWorld();
    const DatastoreId = simulator.addDatastore();
    await client.send(
      new StartFHIRImportJobCommand({
        ...importInput,
        DatastoreId,
        ValidationLevel: 'minimal',
      }),
    );
    expect(simulator.jobs('import')[0]?.ValidationLevel).toBe('minimal');
  });
});

describe('listing jobs', () => {
  it('passes those that all filters fit', async () => {
    const { client, clock, simulator } = createWorld({ quotas: false });
    const DatastoreId = simulator.addDatastore();
    const start = (JobName: string): Promise<unknown> =>
      client.send(
        new StartFHIRExportJobCommand({ ...exportInput, DatastoreId, JobName }),
      );
    await start('early');
    clock.set(10 * minute);
    await start('other');
    await start('wanted');
    clock.set(20 * minute);
    await start('wanted');

    const { ExportJobPropertiesList } = await client.send(
      new ListFHIRExportJobsCommand({
        DatastoreId,
        JobName: 'wanted',
        JobStatus: 'COMPLETED',
        SubmittedAfter: new Date(5 * minute),
        SubmittedBefore: new Date(15 * minute),
      }),
    );

    expect(ExportJobPropertiesList).toHaveLength(1);
    expect(ExportJobPropertiesList?.[0]?.SubmitTime).toEqual(new Date(10 * minute));
  });

  it('keeps the data stores and the kinds apart', async () => {
    const { client, simulator } = createWorld();
    const DatastoreId = simulator.addDatastore();
    await client.send(new StartFHIRExportJobCommand({ ...exportInput, DatastoreId }));

    const imports = await client.send(new ListFHIRImportJobsCommand({ DatastoreId }));
    const elsewhere = await client.send(
      new ListFHIRExportJobsCommand({ DatastoreId: simulator.addDatastore() }),
    );

    expect(imports.ImportJobPropertiesList).toEqual([]);
    expect(elsewhere.ExportJobPropertiesList).toEqual([]);
  });

  it('needs a data store that exists', async () => {
    const { client } = createWorld();
    const call = client.send(new ListFHIRImportJobsCommand({ DatastoreId: 'none' }));
    await expect(call).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
