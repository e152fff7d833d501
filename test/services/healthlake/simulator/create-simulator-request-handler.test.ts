import {
  CreateFHIRDatastoreCommand,
  ListFHIRDatastoresCommand,
} from '@aws-sdk/client-healthlake';
import { describe, expect, it, vi } from 'vitest';
import { createWorld, nextTimer } from './create-world.ts';

const list = new ListFHIRDatastoresCommand({});

it('carries a call to the simulator and its answer back', async () => {
  const { client, simulator } = createWorld();
  const DatastoreId = simulator.addDatastore();
  const { DatastorePropertiesList, $metadata } = await client.send(list);
  expect(DatastorePropertiesList).toMatchObject([{ DatastoreId }]);
  expect($metadata).toMatchObject({
    attempts: 1,
    httpStatusCode: 200,
    requestId: expect.any(String) as unknown,
  });
});

describe('an aborted call', () => {
  it('ends at once while its answer is slow, and its timer with it', async () => {
    const { client, clock, simulator } = createWorld({ faults: ['*=slow:5s'] });
    const clearTimer = vi.spyOn(clock, 'clearTimeout');
    const controller = new AbortController();
    const timer = nextTimer(clock);
    const call = client.send(list, { abortSignal: controller.signal });
    await timer;

    controller.abort();

    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(clearTimer).toHaveBeenCalledOnce();
    expect(simulator.requests).toMatchObject([{ failure: 'aborted' }]);
  });

  it('is performed all the same, as by a service that does not notice', async () => {
    const { client, clock, simulator } = createWorld({ faults: ['*=slow:5s'] });
    const controller = new AbortController();
    const timer = nextTimer(clock);
    const create = new CreateFHIRDatastoreCommand({ DatastoreTypeVersion: 'R4' });
    const call = client.send(create, { abortSignal: controller.signal });
    await timer;
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(simulator.datastores).toHaveLength(1);
  });

  it('does not reach the simulator when it was aborted before', async () => {
    const { client, simulator } = createWorld();
    const call = client.send(list, { abortSignal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(simulator.requests).toEqual([]);
  });
});
