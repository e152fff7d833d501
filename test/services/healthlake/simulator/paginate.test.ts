import {
  DeleteFHIRDatastoreCommand,
  ListFHIRDatastoresCommand,
  ListFHIRExportJobsCommand,
  paginateListFHIRDatastores,
} from '@aws-sdk/client-healthlake';
import { expect, it } from 'vitest';
import { createWorld } from './create-world.ts';

it('gives out every item once, page by page', async () => {
  const { client, simulator } = createWorld();
  const ids = Array.from({ length: 7 }, () => simulator.addDatastore());
  const pages: unknown[][] = [];

  const pager = paginateListFHIRDatastores({ client, pageSize: 3 }, {});
  for await (const { DatastorePropertiesList = [] } of pager) {
    pages.push(DatastorePropertiesList.map(({ DatastoreId }) => DatastoreId));
  }

  expect(pages).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)]);
});

it('gives no token with a last page that is full', async () => {
  const { client, simulator } = createWorld();
  simulator.addDatastore();
  const page = await client.send(new ListFHIRDatastoresCommand({ MaxResults: 1 }));
  expect(page.DatastorePropertiesList).toHaveLength(1);
  expect(page.NextToken).toBeUndefined();
});

it('keeps its place when an item of the last page leaves the filter', async () => {
  const { client, simulator } = createWorld();
  const Filter = { DatastoreStatus: 'ACTIVE' } as const;
  const [first, second] = [simulator.addDatastore(), simulator.addDatastore()];
  const { NextToken } = await client.send(
    new ListFHIRDatastoresCommand({ Filter, MaxResults: 1 }),
  );

  await client.send(new DeleteFHIRDatastoreCommand({ DatastoreId: first }));
  const page = await client.send(new ListFHIRDatastoresCommand({ Filter, NextToken }));

  expect(page.DatastorePropertiesList).toMatchObject([{ DatastoreId: second }]);
});

it('holds 100 items when no size is asked for', async () => {
  const { client, simulator } = createWorld();
  for (let count = 0; count < 101; count++) simulator.addDatastore();
  const page = await client.send(new ListFHIRDatastoresCommand({}));
  expect(page.DatastorePropertiesList).toHaveLength(100);
});

it.each(['nonsense', btoa('{}'), btoa('["ListFHIRDatastores","1"]')])(
  'refuses the token %s that it did not give out',
  async (NextToken) => {
    const { client } = createWorld();
    const call = client.send(new ListFHIRDatastoresCommand({ NextToken }));
    await expect(call).rejects.toMatchObject({ name: 'ValidationException' });
  },
);

it('refuses a token of another list', async () => {
  const { client, simulator } = createWorld();
  const DatastoreId = simulator.addDatastore();
  simulator.addDatastore();
  const { NextToken } = await client.send(
    new ListFHIRDatastoresCommand({ MaxResults: 1 }),
  );
  expect(NextToken).toBeTruthy();
  const call = client.send(new ListFHIRExportJobsCommand({ DatastoreId, NextToken }));
  await expect(call).rejects.toMatchObject({ name: 'ValidationException' });
});
