import {
  CreateFHIRDatastoreCommand,
  ListFHIRDatastoresCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-healthlake';
import { expect, it } from 'vitest';
import { createWorld, minute } from './create-world.ts';

const create = new CreateFHIRDatastoreCommand({ DatastoreTypeVersion: 'R4' });
const list = new ListFHIRDatastoresCommand({});
const throttled = { name: 'ThrottlingException', message: 'Rate exceeded' };

it('lets one creation through each minute', async () => {
  const { client, clock } = createWorld();
  await client.send(create);
  clock.increment(minute - 1);
  await expect(client.send(create)).rejects.toMatchObject(throttled);
  clock.increment(1);
  expect((await client.send(create)).DatastoreStatus).toBe('CREATING');
});

it('lets ten reads through at once and then one every 100 ms', async () => {
  const { client, clock } = createWorld();
  for (let count = 0; count < 10; count++) await client.send(list);
  await expect(client.send(list)).rejects.toMatchObject(throttled);
  clock.increment(99);
  await expect(client.send(list)).rejects.toMatchObject(throttled);
  clock.increment(1);
  expect(await client.send(list)).toBeTruthy();
  await expect(client.send(list)).rejects.toMatchObject(throttled);
});

it('counts each operation for itself', async () => {
  const { client, simulator } = createWorld();
  simulator.addDatastore();
  const [{ DatastoreArn } = {}] = simulator.datastores;
  for (let count = 0; count < 10; count++) await client.send(list);
  const tags = new ListTagsForResourceCommand({ ResourceARN: DatastoreArn });
  expect(await client.send(tags)).toBeTruthy();
});

it('takes another rate for one operation and keeps the others', async () => {
  const { client } = createWorld({
    quotas: { rates: { ListFHIRDatastores: { requests: 1, per: minute } } },
  });
  await client.send(list);
  await expect(client.send(list)).rejects.toMatchObject(throttled);
  await client.send(create);
  await expect(client.send(create)).rejects.toMatchObject(throttled);
});

it('refuses nothing without quotas', async () => {
  const { client, simulator } = createWorld({ quotas: false });
  for (let count = 0; count < 30; count++) await client.send(create);
  expect(simulator.datastores).toHaveLength(30);
});
