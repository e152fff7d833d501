import { expect, it } from 'vitest';
import { createHealthLakeSimulator } from '../../../../src/services/healthlake/simulator/index.ts';
import { createRequest, createWorld, minute } from './create-world.ts';

const createBody = '{"DatastoreTypeVersion":"R4"}';

it('answers JSON with a request id and without a date', async () => {
  const { simulator } = createWorld();
  const { status, headers } = await simulator.handle(
    createRequest('ListFHIRDatastores', '{}'),
  );
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/x-amz-json-1.0');
  expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f]{32}$/);
  expect(headers.has('date')).toBe(false);
});

it('writes timestamps as seconds with a fraction', async () => {
  const { clock, simulator } = createWorld();
  clock.set(1_609_175_692_715);
  simulator.addDatastore();
  const response = await simulator.handle(createRequest('ListFHIRDatastores', '{}'));
  expect(await response.text()).toContain('"CreatedAt":1609175692.715');
});

it.each([
  ['Fly', '{}', 'UnknownOperationException'],
  ['toString', '{}', 'UnknownOperationException'],
  ['', '{}', 'UnknownOperationException'],
  ['ListFHIRDatastores', '{"MaxResults":', 'SerializationException'],
  ['ListFHIRDatastores', '', 'SerializationException'],
])('answers the target "%s" with the body %j with %s', async (target, body, name) => {
  const { simulator } = createWorld();
  const response = await simulator.handle(createRequest(target, body));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    __type: `com.amazon.coral.service#${name}`,
    Message: expect.any(String) as unknown,
  });
});

it('knows no operation that is not a POST', async () => {
  const { simulator } = createWorld();
  const request = new Request('https://healthlake.us-east-1.amazonaws.com/', {
    headers: { 'x-amz-target': 'HealthLake.ListFHIRDatastores' },
  });
  const response = await simulator.handle(request);
  expect(await response.text()).toContain('UnknownOperationException');
});

it('knows no operation of another service', async () => {
  const { simulator } = createWorld();
  const request = createRequest('ListFHIRDatastores', '{}');
  request.headers.set('x-amz-target', 'DynamoDB.ListFHIRDatastores');
  const response = await simulator.handle(request);
  expect(await response.text()).toContain('UnknownOperationException');
});

it.each([
  ['DescribeFHIRDatastore', '{"DatastoreId":"none"}', '', 404],
  ['ListFHIRDatastores', '{"MaxResults":0}', '', 400],
  ['ListFHIRDatastores', '{}', 'throttle', 429],
  ['ListFHIRDatastores', '{}', 'access-denied', 403],
  ['ListFHIRDatastores', '{}', '500', 500],
])(
  'can take the statuses from the model: %s %s %s is %d',
  async (name, body, effect, status) => {
    const faults = effect ? [`*=${effect}`] : [];
    const { simulator } = createWorld({ statusFrom: 'model', faults });
    const response = await simulator.handle(createRequest(name, body));
    expect(response.status).toBe(status);
  },
);

it('makes the same ids in the same order, whatever else is asked', async () => {
  const one = createWorld({ quotas: false }).simulator;
  const other = createWorld({ quotas: false }).simulator;
  await other.handle(createRequest('ListFHIRDatastores', '{}'));
  for (const simulator of [one, other]) {
    await simulator.handle(createRequest('CreateFHIRDatastore', createBody));
    await simulator.handle(createRequest('CreateFHIRDatastore', createBody));
  }
  const ids = one.datastores.map(({ DatastoreId }) => DatastoreId);
  expect(new Set(ids).size).toBe(2);
  expect(other.datastores.map(({ DatastoreId }) => DatastoreId)).toEqual(ids);
});

it('takes ids from the randomness that it is given', () => {
  const { simulator } = createWorld({ random: () => 0.5 });
  expect(simulator.addDatastore()).toBe('80000000'.repeat(4));
});

it('lives in the region and account that it is told', () => {
  const { simulator } = createWorld({ region: 'eu-west-2', accountId: '1'.repeat(12) });
  const id = simulator.addDatastore();
  expect(simulator.region).toBe('eu-west-2');
  expect(simulator.datastores[0]).toMatchObject({
    DatastoreArn: `arn:aws:healthlake:eu-west-2:111111111111:datastore/fhir/${id}`,
    DatastoreEndpoint: `https://healthlake.eu-west-2.amazonaws.com/datastore/${id}/r4/`,
  });
});

it('logs what it was asked, when, and what it answered', async () => {
  const { clock, simulator } = createWorld({ faults: ['TagResource=reset'] });
  clock.set(minute);
  await simulator.handle(createRequest('ListFHIRDatastores', '{"MaxResults":0}'));
  await expect(
    simulator.handle(createRequest('TagResource', 'no json')),
  ).resolves.toHaveProperty('status', 400);
  await expect(simulator.handle(createRequest('TagResource', '{}'))).rejects.toThrow(
    'reset',
  );
  expect(simulator.requests).toEqual([
    { at: minute, operation: 'ListFHIRDatastores', body: { MaxResults: 0 }, status: 400 },
    { at: minute, operation: 'TagResource', body: undefined, status: 400 },
    { at: minute, operation: 'TagResource', body: {}, failure: 'reset' },
  ]);
});

it('forgets everything on reset, and its faults count again', async () => {
  const { simulator } = createWorld({ faults: ['CreateFHIRDatastore=throttle'] });
  const create = async (): Promise<number> => {
    const response = await simulator.handle(
      createRequest('CreateFHIRDatastore', createBody),
    );
    return response.status;
  };
  expect([await create(), await create()]).toEqual([400, 200]);

  simulator.reset();

  expect(simulator.datastores).toEqual([]);
  expect(simulator.requests).toEqual([]);
  expect([await create(), await create()]).toEqual([400, 200]);
});

it('lives on the real clock unless it is given another', () => {
  const before = Date.now();
  const simulator = createHealthLakeSimulator();
  simulator.addDatastore();
  const createdAt = (simulator.datastores[0]?.CreatedAt ?? 0) * 1000;
  expect(createdAt).toBeGreaterThanOrEqual(before);
  expect(createdAt).toBeLessThanOrEqual(Date.now());
});

it('refuses a request that was aborted before', async () => {
  const { simulator } = createWorld();
  const request = new Request(createRequest('ListFHIRDatastores', '{}'), {
    signal: AbortSignal.abort(),
  });
  await expect(simulator.handle(request)).rejects.toMatchObject({ name: 'AbortError' });
  expect(simulator.requests).toEqual([]);
});
