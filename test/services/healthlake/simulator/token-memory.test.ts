import {
  CreateFHIRDatastoreCommand,
  StartFHIRExportJobCommand,
} from '@aws-sdk/client-healthlake';
import { expect, it } from 'vitest';
import { createRequest, createWorld, exportInput, minute } from './create-world.ts';

const create = (ClientToken?: string, DatastoreName = 'a'): CreateFHIRDatastoreCommand =>
  new CreateFHIRDatastoreCommand({
    DatastoreTypeVersion: 'R4',
    DatastoreName,
    ClientToken,
  });

it('answers a repeated request with the same data store', async () => {
  const { client, simulator } = createWorld({ quotas: false });
  const first = await client.send(create('token'));
  const again = await client.send(create('token'));
  expect(again.DatastoreId).toBe(first.DatastoreId);
  expect(simulator.datastores).toHaveLength(1);
});

it('answers a repeated request with the same job', async () => {
  const { client, simulator } = createWorld({ quotas: false });
  const DatastoreId = simulator.addDatastore();
  const start = new StartFHIRExportJobCommand({
    ...exportInput,
    DatastoreId,
    ClientToken: 'token',
  });
  const [first, again] = [await client.send(start), await client.send(start)];
  expect(again.JobId).toBe(first.JobId);
});

it('creates another data store for another token', async () => {
  const { client, simulator } = createWorld({ quotas: false });
  await client.send(create('one'));
  await client.send(create('two'));
  expect(simulator.datastores).toHaveLength(2);
});

it('refuses a token that comes back with other parameters', async () => {
  const { client } = createWorld({ quotas: false });
  await client.send(create('token', 'a'));
  await expect(client.send(create('token', 'b'))).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

it('can answer other parameters with the original instead', async () => {
  const { client } = createWorld({ quotas: false, tokenMismatch: 'original' });
  const first = await client.send(create('token', 'a'));
  const again = await client.send(create('token', 'b'));
  expect(again.DatastoreId).toBe(first.DatastoreId);
});

it('does not care about the order of members', async () => {
  const { simulator } = createWorld({ quotas: false });
  for (const body of [
    '{"ClientToken":"t","DatastoreTypeVersion":"R4","DatastoreName":"a"}',
    '{"DatastoreName":"a","DatastoreTypeVersion":"R4","ClientToken":"t"}',
  ]) {
    const { status } = await simulator.handle(createRequest('CreateFHIRDatastore', body));
    expect(status).toBe(200);
  }
  expect(simulator.datastores).toHaveLength(1);
});

it('forgets a token after its lifetime', async () => {
  const { client, clock, simulator } = createWorld({ tokenLifetime: 2 * minute });
  await client.send(create('token'));
  clock.increment(2 * minute);
  await client.send(create('token'));
  expect(simulator.datastores).toHaveLength(2);
});

it('keeps the operations apart', async () => {
  const { client, simulator } = createWorld();
  const DatastoreId = simulator.addDatastore();
  await client.send(create('token'));
  const job = await client.send(
    new StartFHIRExportJobCommand({ ...exportInput, DatastoreId, ClientToken: 'token' }),
  );
  expect(job.JobStatus).toBe('SUBMITTED');
});

it('does not remember a request that was refused', async () => {
  const { client, simulator } = createWorld({ quotas: false });
  const DatastoreId = simulator.addDatastore({ id: 'late', status: 'CREATING' });
  const start = new StartFHIRExportJobCommand({
    ...exportInput,
    DatastoreId,
    ClientToken: 'token',
  });
  await expect(client.send(start)).rejects.toMatchObject({ name: 'ValidationException' });
  simulator.addDatastore({ id: 'late', status: 'ACTIVE' });
  expect((await client.send(start)).JobStatus).toBe('SUBMITTED');
});
