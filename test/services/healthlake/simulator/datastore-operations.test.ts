import {
  CreateFHIRDatastoreCommand,
  DeleteFHIRDatastoreCommand,
  DescribeFHIRDatastoreCommand,
  ListFHIRDatastoresCommand,
} from '@aws-sdk/client-healthlake';
import { describe, expect, it } from 'vitest';
import { createWorld, minute } from './create-world.ts';

const create = (name = 'patients'): CreateFHIRDatastoreCommand =>
  new CreateFHIRDatastoreCommand({ DatastoreTypeVersion: 'R4', DatastoreName: name });

describe('creating a data store', () => {
  it('answers with its names while it is CREATING', async () => {
    const { client } = createWorld();

    const answer = await client.send(create());

    expect(answer.DatastoreStatus).toBe('CREATING');
    expect(answer.DatastoreId).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.DatastoreArn).toBe(
      `arn:aws:healthlake:us-east-1:123456789012:datastore/fhir/${answer.DatastoreId}`,
    );
    expect(answer.DatastoreEndpoint).toBe(
      `https://healthlake.us-east-1.amazonaws.com/datastore/${answer.DatastoreId}/r4/`,
    );
  });

  it('takes 25 minutes on the clock', async () => {
    const { client, clock } = createWorld();
    const { DatastoreId } = await client.send(create());
    const describeIt = new DescribeFHIRDatastoreCommand({ DatastoreId });

    clock.increment(25 * minute - 1);
    const before = await client.send(describeIt);
    clock.increment(1);
    const after = await client.send(describeIt);

    expect(before.DatastoreProperties?.DatastoreStatus).toBe('CREATING');
    expect(after.DatastoreProperties?.DatastoreStatus).toBe('ACTIVE');
  });

  it('takes as long as it is told to', async () => {
    const { client, clock, simulator } = createWorld({
      durations: { createDatastore: 5 },
    });
    await client.send(create());

    clock.increment(5);

    expect(simulator.datastores[0]?.DatastoreStatus).toBe('ACTIVE');
  });

  it('is refused when the account is full, until a data store is deleted', async () => {
    const { client, clock, simulator } = createWorld({
      quotas: { activeDatastores: 1 },
    });
    const DatastoreId = simulator.addDatastore();

    await expect(client.send(create())).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await client.send(new DeleteFHIRDatastoreCommand({ DatastoreId }));
    clock.increment(minute);

    expect((await client.send(create())).DatastoreStatus).toBe('CREATING');
  });

  it('counts those that are still CREATING, but not those that failed', async () => {
    const { client, clock, simulator } = createWorld({ quotas: { activeDatastores: 2 } });
    simulator.addDatastore({ status: 'CREATING' });
    simulator.addDatastore({ status: 'CREATE_FAILED' });
    await client.send(create());
    clock.increment(minute);
    await expect(client.send(create())).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it('cannot be seen at once when visibility is delayed', async () => {
    const { client, clock } = createWorld({ visibilityDelay: 2 * minute });
    const { DatastoreId } = await client.send(create());
    const describeIt = new DescribeFHIRDatastoreCommand({ DatastoreId });

    await expect(client.send(describeIt)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    clock.increment(2 * minute);

    expect((await client.send(describeIt)).DatastoreProperties?.DatastoreId).toBe(
      DatastoreId,
    );
  });
});

describe('describing a data store', () => {
  it('shows what it was created with, and the time as a date', async () => {
    const { client, clock } = createWorld();
    clock.set(1_700_000_000_123);
    const { DatastoreId } = await client.send(
      new CreateFHIRDatastoreCommand({
        DatastoreTypeVersion: 'R4',
        DatastoreName: 'patients',
        PreloadDataConfig: { PreloadDataType: 'SYNTHEA' },
        SseConfiguration: {
          KmsEncryptionConfig: {
            CmkType: 'CUSTOMER_MANAGED_KMS_KEY',
            KmsKeyId: 'alias/mine',
          },
        },
        IdentityProviderConfiguration: {
          AuthorizationStrategy: 'AWS_AUTH',
          FineGrainedAuthorizationEnabled: false,
        },
      }),
    );

    const { DatastoreProperties } = await client.send(
      new DescribeFHIRDatastoreCommand({ DatastoreId }),
    );

    expect(DatastoreProperties).toMatchObject({
      DatastoreName: 'patients',
      DatastoreTypeVersion: 'R4',
      CreatedAt: new Date(1_700_000_000_123),
      PreloadDataConfig: { PreloadDataType: 'SYNTHEA' },
      SseConfiguration: { KmsEncryptionConfig: { KmsKeyId: 'alias/mine' } },
      IdentityProviderConfiguration: { FineGrainedAuthorizationEnabled: false },
    });
  });

  it('fails with ResourceNotFoundException when there is none', async () => {
    const { client } = createWorld();
    const call = client.send(
      new DescribeFHIRDatastoreCommand({ DatastoreId: 'f'.repeat(32) }),
    );
    await expect(call).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('deleting a data store', () => {
  it('goes through DELETING to DELETED, and after seven days it is gone', async () => {
    const { client, clock, simulator } = createWorld();
    const DatastoreId = simulator.addDatastore();
    const status = (): string | undefined => simulator.datastores[0]?.DatastoreStatus;

    const answer = await client.send(new DeleteFHIRDatastoreCommand({ DatastoreId }));

    expect(answer.DatastoreStatus).toBe('DELETING');
    expect(status()).toBe('DELETING');
    clock.increment(15 * minute);
    expect(status()).toBe('DELETED');
    clock.increment(7 * 24 * 60 * minute);
    expect(status()).toBeUndefined();
    await expect(
      client.send(new DescribeFHIRDatastoreCommand({ DatastoreId })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it.each(['CREATING', 'DELETING', 'UPDATING'])(
    'is a conflict while it is %s',
    async (status) => {
      const { client, simulator } = createWorld();
      const DatastoreId = simulator.addDatastore({ status });
      await expect(
        client.send(new DeleteFHIRDatastoreCommand({ DatastoreId })),
      ).rejects.toMatchObject({ name: 'ConflictException' });
    },
  );

  it('works on one whose creation failed', async () => {
    const { client, simulator } = createWorld();
    const DatastoreId = simulator.addDatastore({ status: 'CREATE_FAILED' });
    const answer = await client.send(new DeleteFHIRDatastoreCommand({ DatastoreId }));
    expect(answer.DatastoreStatus).toBe('DELETING');
  });

  it('changes nothing when it is already DELETED', async () => {
    const { client, simulator } = createWorld();
    const DatastoreId = simulator.addDatastore({ status: 'DELETED' });
    const answer = await client.send(new DeleteFHIRDatastoreCommand({ DatastoreId }));
    expect(answer.DatastoreStatus).toBe('DELETED');
  });
});

describe('listing data stores', () => {
  it('passes those that the whole filter fits', async () => {
    const { client, simulator } = createWorld();
    simulator.addDatastore({ name: 'a', createdAt: 1000 });
    simulator.addDatastore({ name: 'a', createdAt: 3000 });
    simulator.addDatastore({ name: 'a', createdAt: 3000, status: 'CREATE_FAILED' });
    simulator.addDatastore({ name: 'b', createdAt: 3000 });
    simulator.addDatastore({ name: 'a', createdAt: 5000 });

    const { DatastorePropertiesList } = await client.send(
      new ListFHIRDatastoresCommand({
        Filter: {
          DatastoreName: 'a',
          DatastoreStatus: 'ACTIVE',
          CreatedAfter: new Date(2000),
          CreatedBefore: new Date(4000),
        },
      }),
    );

    expect(DatastorePropertiesList).toHaveLength(1);
    expect(DatastorePropertiesList?.[0]?.CreatedAt).toEqual(new Date(3000));
  });

  it('answers an empty list when there is none', async () => {
    const { client } = createWorld();
    const answer = await client.send(new ListFHIRDatastoresCommand({}));
    expect(answer.DatastorePropertiesList).toEqual([]);
  });
});
