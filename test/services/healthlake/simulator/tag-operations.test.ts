import {
  CreateFHIRDatastoreCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-healthlake';
import type { Tag } from '@aws-sdk/client-healthlake';
import { expect, it } from 'vitest';
import { createWorld } from './create-world.ts';

async function createTagged(Tags: Tag[]): Promise<{
  arn: string | undefined;
  client: ReturnType<typeof createWorld>['client'];
  tags: () => Promise<Tag[] | undefined>;
}> {
  const { client } = createWorld();
  const { DatastoreArn: arn } = await client.send(
    new CreateFHIRDatastoreCommand({ DatastoreTypeVersion: 'R4', Tags }),
  );
  const tags = async (): Promise<Tag[] | undefined> =>
    (await client.send(new ListTagsForResourceCommand({ ResourceARN: arn }))).Tags;
  return { arn, client, tags };
}

it('remembers the tags that a data store was created with', async () => {
  const { tags } = await createTagged([{ Key: 'team', Value: 'data' }]);
  expect(await tags()).toEqual([{ Key: 'team', Value: 'data' }]);
});

it('sets tags and keeps the others', async () => {
  const { arn, client, tags } = await createTagged([
    { Key: 'team', Value: 'data' },
    { Key: 'env', Value: 'test' },
  ]);

  const answer = await client.send(
    new TagResourceCommand({ ResourceARN: arn, Tags: [{ Key: 'env', Value: 'live' }] }),
  );

  expect(answer).toEqual({
    $metadata: expect.objectContaining({ httpStatusCode: 200 }) as unknown,
  });
  expect(await tags()).toEqual([
    { Key: 'team', Value: 'data' },
    { Key: 'env', Value: 'live' },
  ]);
});

it('removes tags by key', async () => {
  const { arn, client, tags } = await createTagged([
    { Key: 'team', Value: 'data' },
    { Key: 'env', Value: '' },
  ]);
  await client.send(
    new UntagResourceCommand({ ResourceARN: arn, TagKeys: ['team', 'missing'] }),
  );
  expect(await tags()).toEqual([{ Key: 'env', Value: '' }]);
});

it.each(['eu-west-1:123456789012', 'us-east-1:999999999999', 'us-east-1:123456789012'])(
  'finds nothing at %s that is not there',
  async (place) => {
    const { client, simulator } = createWorld();
    const id = simulator.addDatastore({ id: 'a'.repeat(32), tags: { team: 'data' } });
    const other = place === 'us-east-1:123456789012' ? 'b'.repeat(32) : id;
    const ResourceARN = `arn:aws:healthlake:${place}:datastore/fhir/${other}`;
    const call = client.send(new ListTagsForResourceCommand({ ResourceARN }));
    await expect(call).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  },
);
