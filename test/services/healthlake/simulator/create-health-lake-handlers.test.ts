import { ListFHIRDatastoresCommand } from '@aws-sdk/client-healthlake';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createHealthLakeSimulator } from '../../../../src/services/healthlake/simulator/index.ts';
import { createHealthLakeHandlers } from '../../../../src/testing/msw/index.ts';
import { createClient, createRequest } from './create-world.ts';

const simulator = createHealthLakeSimulator();
const server = setupServer(
  ...createHealthLakeHandlers(simulator),
  http.post('https://example.com/', () => HttpResponse.text('somebody else')),
);
const list = new ListFHIRDatastoresCommand({});

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => simulator.reset());
afterAll(() => server.close());

it.each([
  ['the real endpoint', {}],
  ['any other endpoint', { endpoint: 'http://localhost:4566' }],
])('answers the client of the SDK at %s', async (_name, config) => {
  const DatastoreId = simulator.addDatastore();
  const { DatastorePropertiesList } = await createClient(config).send(list);
  expect(DatastorePropertiesList).toMatchObject([{ DatastoreId }]);
});

it('answers at the real endpoint also what HealthLake does not know', async () => {
  const response = await fetch(createRequest('Fly', '{}'));
  expect(await response.text()).toContain('UnknownOperationException');
});

it('leaves calls to others alone', async () => {
  const response = await fetch('https://example.com/', { method: 'POST' });
  expect(await response.text()).toBe('somebody else');
});

it('turns a reset into a network error', async () => {
  simulator.addFault('*=reset');
  const call = createClient({}).send(list);
  await expect(call).rejects.toBeInstanceOf(TypeError);
  expect(simulator.requests).toMatchObject([{ failure: 'reset' }]);
});

it('lets the SDK repeat what was throttled', async () => {
  simulator.addFault('*=throttle');
  const { $metadata } = await createClient({ attempts: 2 }).send(list);
  expect($metadata.attempts).toBe(2);
});
