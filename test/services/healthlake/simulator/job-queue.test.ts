import {
  StartFHIRExportJobCommand,
  StartFHIRImportJobCommand,
} from '@aws-sdk/client-healthlake';
import { expect, it } from 'vitest';
import type { SimulatorOptions } from '../../../../src/services/healthlake/simulator/index.ts';
import { createWorld, exportInput, importInput, minute, second } from './create-world.ts';

function createBusyWorld(options: SimulatorOptions = {}): ReturnType<
  typeof createWorld
> & {
  start: () => Promise<string>;
  statuses: () => string[];
} {
  const world = createWorld({ durations: { submitted: second }, ...options });
  const { client, clock, simulator } = world;
  const DatastoreId = simulator.addDatastore();
  return {
    ...world,
    async start() {
      const command = new StartFHIRExportJobCommand({ ...exportInput, DatastoreId });
      const { JobId = '' } = await client.send(command);
      clock.increment(second);
      return JobId;
    },
    statuses: () => simulator.jobs('export').map(({ JobStatus }) => JobStatus),
  };
}

it('runs one job after the other, first come, first served', async () => {
  const { clock, start, statuses } = createBusyWorld();
  await start();
  await start();
  await start();

  expect(statuses()).toEqual(['IN_PROGRESS', 'QUEUED', 'QUEUED']);
  clock.set(second + 2 * minute);
  expect(statuses()).toEqual(['COMPLETED', 'IN_PROGRESS', 'QUEUED']);
  clock.increment(2 * minute);
  expect(statuses()).toEqual(['COMPLETED', 'COMPLETED', 'IN_PROGRESS']);
});

it('says SUBMITTED before QUEUED', async () => {
  const { client, start, statuses, simulator } = createBusyWorld();
  await start();
  const [{ DatastoreId } = { DatastoreId: '' }] = simulator.datastores;
  await client.send(new StartFHIRExportJobCommand({ ...exportInput, DatastoreId }));
  expect(statuses()).toEqual(['IN_PROGRESS', 'SUBMITTED']);
});

it('runs as many at the same time as the quota allows', async () => {
  const { start, statuses } = createBusyWorld({ quotas: { concurrentJobs: 2 } });
  await start();
  await start();
  await start();
  expect(statuses()).toEqual(['IN_PROGRESS', 'IN_PROGRESS', 'QUEUED']);
});

it('lets an import run beside an export', async () => {
  const { client, clock, start, simulator } = createBusyWorld();
  await start();
  const [{ DatastoreId } = { DatastoreId: '' }] = simulator.datastores;
  await client.send(new StartFHIRImportJobCommand({ ...importInput, DatastoreId }));
  clock.increment(second);
  expect(simulator.jobs('import')[0]?.JobStatus).toBe('IN_PROGRESS');
});

it('throttles when too many jobs wait', async () => {
  const { start } = createBusyWorld({ quotas: { queuedJobs: 2 } });
  for (let count = 0; count < 3; count++) await start();
  await expect(start()).rejects.toMatchObject({ name: 'ThrottlingException' });
});

it('cancels a running job in steps, and the next one moves up', async () => {
  const { clock, simulator, start, statuses } = createBusyWorld();
  const first = await start();
  await start();

  expect(simulator.cancelJob(first)).toBe(true);

  expect(statuses()).toEqual(['CANCEL_SUBMITTED', 'QUEUED']);
  clock.increment(5 * second);
  expect(statuses()).toEqual(['CANCEL_IN_PROGRESS', 'QUEUED']);
  clock.increment(5 * second);
  expect(statuses()).toEqual(['CANCEL_COMPLETED', 'IN_PROGRESS']);
});

it('cancels a waiting job without touching the one that runs', async () => {
  const { clock, simulator, start, statuses } = createBusyWorld();
  await start();
  const middle = await start();
  await start();

  simulator.cancelJob(middle);
  clock.set(second + 2 * minute);

  expect(statuses()).toEqual(['COMPLETED', 'CANCEL_COMPLETED', 'IN_PROGRESS']);
});

it('cancels neither what is over nor what is not there', async () => {
  const { clock, simulator, start, statuses } = createBusyWorld();
  const job = await start();
  clock.increment(5 * minute);
  expect(simulator.cancelJob(job)).toBe(false);
  expect(simulator.cancelJob('none')).toBe(false);
  expect(statuses()).toEqual(['COMPLETED']);
});

it('keeps everybody waiting behind a job that is stuck, until that is cancelled', async () => {
  const { clock, simulator, start, statuses } = createBusyWorld({
    faults: ['StartFHIRExportJob#1=stuck'],
  });
  const first = await start();
  await start();
  clock.increment(1000 * minute);
  expect(statuses()).toEqual(['IN_PROGRESS', 'QUEUED']);

  simulator.cancelJob(first);
  clock.increment(10 * second + 2 * minute);

  expect(statuses()).toEqual(['CANCEL_COMPLETED', 'COMPLETED']);
});
