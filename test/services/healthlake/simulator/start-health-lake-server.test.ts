import {
  CreateFHIRDatastoreCommand,
  DescribeFHIRDatastoreCommand,
  ListFHIRDatastoresCommand,
} from '@aws-sdk/client-healthlake';
import type { HealthLakeClient } from '@aws-sdk/client-healthlake';
import { SimulatedClock } from 'xstate';
import { afterEach, expect, it } from 'vitest';
import { createHealthLakeSimulator } from '../../../../src/services/healthlake/simulator/index.ts';
import type {
  HealthLakeSimulator,
  SimulatorOptions,
} from '../../../../src/services/healthlake/simulator/index.ts';
import { startHealthLakeServer } from '../../../../src/services/healthlake/simulator/start-health-lake-server.ts';
import type { HealthLakeServer } from '../../../../src/services/healthlake/simulator/start-health-lake-server.ts';
import { createClient, minute, nextTimer } from './create-world.ts';

const list = new ListFHIRDatastoresCommand({});
const running: HealthLakeServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function serve(options: SimulatorOptions = {}): Promise<{
  clock: SimulatedClock;
  simulator: HealthLakeSimulator;
  server: HealthLakeServer;
  client: HealthLakeClient;
}> {
  const clock = new SimulatedClock();
  const simulator = createHealthLakeSimulator({ clock, ...options });
  const server = await startHealthLakeServer({ simulator });
  running.push(server);
  return {
    clock,
    simulator,
    server,
    client: createClient({ endpoint: server.url, attempts: 3 }),
  };
}

it('serves the client of the SDK over HTTP', async () => {
  const { client, clock } = await serve();
  const { DatastoreId } = await client.send(
    new CreateFHIRDatastoreCommand({ DatastoreTypeVersion: 'R4' }),
  );
  clock.increment(25 * minute);
  const { DatastoreProperties } = await client.send(
    new DescribeFHIRDatastoreCommand({ DatastoreId }),
  );
  expect(DatastoreProperties?.DatastoreStatus).toBe('ACTIVE');
});

it('hands errors over', async () => {
  const { client } = await serve();
  const call = client.send(new DescribeFHIRDatastoreCommand({ DatastoreId: 'none' }));
  await expect(call).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

it('breaks the connection on reset, so that the SDK tries again', async () => {
  const { client, simulator } = await serve({ faults: ['*#1-2=reset'] });
  const { $metadata } = await client.send(list);
  expect($metadata.attempts).toBe(3);
  expect(simulator.requests).toHaveLength(3);
});

it('performs once what was lost and repeated', async () => {
  const { client, simulator } = await serve({
    quotas: false,
    faults: ['CreateFHIRDatastore=lost'],
  });
  const create = new CreateFHIRDatastoreCommand({ DatastoreTypeVersion: 'R4' });
  const { $metadata } = await client.send(create);
  expect($metadata.attempts).toBe(2);
  expect(simulator.datastores).toHaveLength(1);
});

it('notices that a client has gone while its answer is slow', async () => {
  const { client, clock, simulator } = await serve({ faults: ['*=slow:5s'] });
  const controller = new AbortController();
  const timer = nextTimer(clock);
  const call = client.send(list, { abortSignal: controller.signal });
  await timer;

  controller.abort();

  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  await expect.poll(() => simulator.requests[0]?.failure).toBe('aborted');
});

it('keeps the connection for the next request', async () => {
  const { server, simulator } = await serve();
  const ask = (): Promise<Response> =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'HealthLake.ListFHIRDatastores' },
      body: '{}',
    });
  const first = await ask();
  expect(await first.json()).toEqual({ DatastorePropertiesList: [] });
  expect(first.headers.get('connection')).toBe('keep-alive');
  expect((await ask()).status).toBe(200);
  expect(simulator.requests).toHaveLength(2);
});

it('refuses a body that is too large', async () => {
  const { server, simulator } = await serve();
  const response = await fetch(server.url, {
    method: 'POST',
    body: 'x'.repeat(1_100_000),
  });
  expect(response.status).toBe(413);
  expect(simulator.requests).toEqual([]);
});

it('answers a GET as the service does', async () => {
  const { server } = await serve();
  const response = await fetch(server.url);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('UnknownOperationException');
});

it('closes although a request is under way', async () => {
  const { client, clock, server } = await serve({ faults: ['*#1+=slow:1h'] });
  const timer = nextTimer(clock);
  const failure = client.send(list).catch((error: unknown) => error);
  await timer;
  await server.close();
  expect(await failure).toBeInstanceOf(Error);
});

it('listens on localhost by name', async () => {
  const simulator = createHealthLakeSimulator();
  const server = await startHealthLakeServer({ simulator, host: 'localhost' });
  running.push(server);
  expect((await fetch(server.url, { method: 'POST' })).status).toBe(400);
});

it.each(['0.0.0.0', '192.168.0.1', 'example.com', '::'])(
  'does not listen on %s',
  async (host) => {
    const simulator = createHealthLakeSimulator();
    await expect(startHealthLakeServer({ simulator, host })).rejects.toMatchObject({
      code: 'NOT_LOOPBACK',
    });
  },
);

it('fails when the port is taken', async () => {
  const { server, simulator } = await serve();
  const again = startHealthLakeServer({ simulator, port: server.port });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
