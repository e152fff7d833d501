import {
  CreateFHIRDatastoreCommand,
  DeleteFHIRDatastoreCommand,
  DescribeFHIRDatastoreCommand,
  DescribeFHIRExportJobCommand,
  ListFHIRDatastoresCommand,
  ListTagsForResourceCommand,
  StartFHIRExportJobCommand,
  StartFHIRImportJobCommand,
} from '@aws-sdk/client-healthlake';
import { describe, expect, it } from 'vitest';
import {
  createHealthLakeSimulator,
  createSimulatorRequestHandler,
  parseFault,
} from '../../../../src/services/healthlake/simulator/index.ts';
import {
  createClient,
  createRequest,
  createWorld,
  exportInput,
  importInput,
  minute,
  nextTimer,
  second,
} from './create-world.ts';

const list = new ListFHIRDatastoresCommand({});
const create = new CreateFHIRDatastoreCommand({
  DatastoreTypeVersion: 'R4',
  ClientToken: 'token',
});

describe('a disturbed request', () => {
  it.each([
    ['throttle', 'ThrottlingException', 400],
    ['500', 'InternalServerException', 500],
    ['503', 'ServiceUnavailableException', 503],
    ['access-denied', 'AccessDeniedException', 400],
    ['not-found', 'ResourceNotFoundException', 400],
    ['html', 'SyntaxError', 502],
    ['malformed', 'SyntaxError', 200],
  ])('fails with %s as %s and status %d', async (effect, name, httpStatusCode) => {
    const { client } = createWorld({ faults: [`ListFHIRDatastores=${effect}`] });
    await expect(client.send(list)).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode },
    });
    expect((await client.send(list)).DatastorePropertiesList).toEqual([]);
  });

  it('fails with reset as a broken connection', async () => {
    const { client } = createWorld({ faults: ['ListFHIRDatastores=reset'] });
    await expect(client.send(list)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it.each(['throttle', '500', '503', 'reset'])(
    'is repeated by the SDK after %s',
    async (effect) => {
      const { simulator } = createWorld({ faults: [`ListFHIRDatastores#1-2=${effect}`] });
      const client = createClient({
        attempts: 3,
        requestHandler: createSimulatorRequestHandler(simulator),
      });
      const { $metadata } = await client.send(list);
      expect($metadata.attempts).toBe(3);
      expect(simulator.requests).toHaveLength(3);
    },
  );

  it('says whose permission is missing', async () => {
    const { client } = createWorld({ faults: ['ListFHIRDatastores=access-denied'] });
    await expect(client.send(list)).rejects.toMatchObject({
      message: expect.stringContaining(
        'perform: healthlake:ListFHIRDatastores',
      ) as unknown,
    });
  });

  it('is performed when its answer is lost, so that the token finds its data store', async () => {
    const { simulator } = createWorld({
      quotas: false,
      faults: ['CreateFHIRDatastore=lost'],
    });
    const client = createClient({
      attempts: 2,
      requestHandler: createSimulatorRequestHandler(simulator),
    });

    const { DatastoreId } = await client.send(create);

    expect(simulator.datastores).toHaveLength(1);
    expect(simulator.datastores[0]?.DatastoreId).toBe(DatastoreId);
    expect(simulator.requests.map(({ failure }) => failure)).toEqual([
      'reset',
      undefined,
    ]);
  });

  it('is not performed when the connection was reset before', async () => {
    const { client, simulator } = createWorld({ faults: ['CreateFHIRDatastore=reset'] });
    await expect(client.send(create)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(simulator.datastores).toEqual([]);
  });

  it('loses the answer of a request that is refused, too', async () => {
    const { client } = createWorld({ faults: ['ListTagsForResource=lost'] });
    const call = client.send(new ListTagsForResourceCommand({ ResourceARN: 'none' }));
    await expect(call).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('is answered late on the clock when it is slow', async () => {
    const { client, clock, simulator } = createWorld({
      faults: ['ListFHIRDatastores=slow:5s'],
    });
    const timer = nextTimer(clock);
    const answer = client.send(list);
    const status = (): number | undefined => simulator.requests[0]?.status;
    await timer;

    clock.increment(5 * second - 1);
    expect(status()).toBeUndefined();
    clock.increment(1);

    expect((await answer).DatastorePropertiesList).toEqual([]);
    expect(status()).toBe(200);
  });

  it('is answered late with the state that it found', async () => {
    const { client, clock } = createWorld({ faults: ['DescribeFHIRDatastore=slow:1h'] });
    const { DatastoreId } = await client.send(create);
    const timer = nextTimer(clock);
    const answer = client.send(new DescribeFHIRDatastoreCommand({ DatastoreId }));
    await timer;
    clock.increment(60 * minute);
    expect((await answer).DatastoreProperties?.DatastoreStatus).toBe('CREATING');
  });

  it('can be slow and then fail', async () => {
    const { client, clock } = createWorld({
      faults: ['*#1+=slow:5s', 'ListFHIRDatastores=500'],
    });
    const timer = nextTimer(clock);
    const answer = client.send(list);
    await timer;
    clock.increment(5 * second);
    await expect(answer).rejects.toMatchObject({ name: 'InternalServerException' });
  });

  it('is counted over all operations by *', async () => {
    const { client, simulator } = createWorld({ faults: ['*#3=500'] });
    const DatastoreId = simulator.addDatastore();
    await client.send(list);
    await client.send(new DescribeFHIRDatastoreCommand({ DatastoreId }));
    await expect(client.send(list)).rejects.toMatchObject({
      name: 'InternalServerException',
    });
  });
});

describe('the outcome of a data store', () => {
  it('can be CREATE_FAILED, with the cause', async () => {
    const { client, clock } = createWorld({ faults: ['CREATE_FAILED'] });
    const { DatastoreId } = await client.send(create);
    clock.increment(25 * minute);
    const { DatastoreProperties } = await client.send(
      new DescribeFHIRDatastoreCommand({ DatastoreId }),
    );
    expect(DatastoreProperties).toMatchObject({
      DatastoreStatus: 'CREATE_FAILED',
      ErrorCause: {
        ErrorCategory: 'RETRYABLE_ERROR',
        ErrorMessage: expect.any(String) as unknown,
      },
    });
  });

  it.each([
    ['stuck', 'CREATING'],
    ['CREATING', 'CREATING'],
    ['MYSTERY_STATE', 'MYSTERY_STATE'],
  ])('can be %s', async (outcome, status) => {
    const { client, clock, simulator } = createWorld({
      faults: [`CreateFHIRDatastore=${outcome}`],
    });
    await client.send(create);
    clock.increment(10_000 * minute);
    expect(simulator.datastores[0]?.DatastoreStatus).toBe(status);
  });

  it('is that of the one that was counted: a refused request does not count', async () => {
    const { client, clock, simulator } = createWorld({
      faults: ['CreateFHIRDatastore=throttle', 'CreateFHIRDatastore#1=CREATE_FAILED'],
    });
    await expect(client.send(create)).rejects.toMatchObject({
      name: 'ThrottlingException',
    });
    await client.send(create);
    clock.increment(25 * minute);
    await client.send(new CreateFHIRDatastoreCommand({ DatastoreTypeVersion: 'R4' }));
    clock.increment(25 * minute);
    expect(simulator.datastores.map((store) => store.DatastoreStatus)).toEqual([
      'CREATE_FAILED',
      'ACTIVE',
    ]);
  });

  it.each([
    ['stuck', 'DELETING'],
    ['ACTIVE', 'ACTIVE'],
  ])('can be %s after deletion', async (outcome, status) => {
    const { client, clock, simulator } = createWorld({
      faults: [`DeleteFHIRDatastore=${outcome}`],
    });
    const DatastoreId = simulator.addDatastore();
    await client.send(new DeleteFHIRDatastoreCommand({ DatastoreId }));
    clock.increment(1_000_000 * minute);
    expect(simulator.datastores[0]?.DatastoreStatus).toBe(status);
  });
});

async function runJob(fault: string): Promise<ReturnType<typeof createWorld>> {
  const world = createWorld({ faults: [fault] });
  const DatastoreId = world.simulator.addDatastore();
  const { client } = world;
  await client.send(new StartFHIRExportJobCommand({ ...exportInput, DatastoreId }));
  await client.send(new StartFHIRImportJobCommand({ ...importInput, DatastoreId }));
  return world;
}

describe('the outcome of a job', () => {
  it('can be FAILED, with a message and an end', async () => {
    const { client, clock, simulator } = await runJob('FAILED');
    clock.increment(60 * minute);
    const [{ DatastoreId, JobId } = { DatastoreId: '', JobId: '' }] =
      simulator.jobs('export');
    const { ExportJobProperties } = await client.send(
      new DescribeFHIRExportJobCommand({ DatastoreId, JobId }),
    );
    expect(ExportJobProperties).toMatchObject({
      JobStatus: 'FAILED',
      Message: expect.stringMatching(/^([\p{L}\p{Z}\p{N}_.:/=+\-%@]*)$/u) as unknown,
      EndTime: expect.any(Date) as unknown,
    });
  });

  it.each([
    ['COMPLETED_WITH_ERRORS', 'COMPLETED_WITH_ERRORS'],
    ['CANCEL_COMPLETED', 'CANCEL_COMPLETED'],
    ['CANCEL_IN_PROGRESS', 'CANCEL_IN_PROGRESS'],
    ['SUBMITTED', 'SUBMITTED'],
    ['QUEUED', 'QUEUED'],
    ['IN_PROGRESS', 'IN_PROGRESS'],
    ['StartFHIRExportJob=stuck', 'IN_PROGRESS'],
    ['StartFHIRExportJob=MYSTERY_STATE', 'MYSTERY_STATE'],
    ['CANCEL_FAILED', 'CANCEL_FAILED'],
  ])('can be %s', async (fault, status) => {
    const { clock, simulator } = await runJob(fault);
    clock.increment(10_000 * minute);
    expect(simulator.jobs('export')[0]?.JobStatus).toBe(status);
  });

  it('meets imports as well when it names no operation', async () => {
    const { clock, simulator } = await runJob('COMPLETED_WITH_ERRORS');
    clock.increment(60 * minute);
    expect(simulator.jobs('import')).toMatchObject([
      {
        JobStatus: 'COMPLETED_WITH_ERRORS',
        JobProgressReport: {
          TotalNumberOfResourcesImported: 975,
          TotalNumberOfResourcesWithCustomerError: 25,
        },
      },
    ]);
  });

  it('leads through QUEUED although nothing else runs', async () => {
    const { clock, simulator } = await runJob('StartFHIRExportJob=queued');
    const status = (): string | undefined => simulator.jobs('export')[0]?.JobStatus;
    expect(status()).toBe('SUBMITTED');
    clock.increment(2 * minute);
    expect(status()).toBe('QUEUED');
    clock.increment(2 * minute);
    expect(status()).toBe('IN_PROGRESS');
    clock.increment(2 * minute);
    expect(status()).toBe('COMPLETED');
  });
});

describe('the simulator', () => {
  it('does not begin with a fault that it cannot read', () => {
    expect(() => createHealthLakeSimulator({ faults: ['nonsense'] })).toThrow(
      expect.objectContaining({ code: 'INVALID_FAULT' }),
    );
  });

  it('takes a fault as an object, too', async () => {
    const fault = parseFault('ListFHIRDatastores=500').fault;
    const { client } = createWorld({ faults: fault ? [fault] : [] });
    await expect(client.send(list)).rejects.toMatchObject({
      name: 'InternalServerException',
    });
  });

  it('takes faults later on, which then count from there', async () => {
    const { client, simulator } = createWorld();
    await client.send(list);
    simulator.addFault('ListFHIRDatastores#2=500');
    await client.send(list);
    await expect(client.send(list)).rejects.toMatchObject({
      name: 'InternalServerException',
    });
  });

  it('cuts off an answer that is empty already', async () => {
    const { simulator } = createWorld({ faults: ['TagResource=malformed'] });
    const id = simulator.addDatastore();
    const [{ DatastoreArn: ResourceARN } = {}] = simulator.datastores;
    const response = await simulator.handle(
      createRequest('TagResource', JSON.stringify({ ResourceARN, Tags: [] })),
    );
    expect(await response.text()).toBe('{');
    expect(id).toHaveLength(32);
  });
});
