import { findDatastore } from './account.ts';
import type { Account } from './account.ts';
import { toDatastoreNames } from './datastore.ts';
import type { Datastore } from './datastore.ts';
import type { OperationInputs } from './operation.ts';
import { ServiceError } from './service-error.ts';

/** Sets tags; those with another key stay. */
export function tagResource(
  account: Account,
  { ResourceARN, Tags }: OperationInputs['TagResource'],
): undefined {
  const { tags } = findResource(account, ResourceARN);
  for (const { Key, Value } of Tags) tags.set(Key, Value);
}

/** Removes tags; keys that are not there do no harm. */
export function untagResource(
  account: Account,
  { ResourceARN, TagKeys }: OperationInputs['UntagResource'],
): undefined {
  const { tags } = findResource(account, ResourceARN);
  for (const key of TagKeys) tags.delete(key);
}

/** All tags of a data store. */
export function listTags(
  account: Account,
  { ResourceARN }: OperationInputs['ListTagsForResource'],
): object {
  const { tags } = findResource(account, ResourceARN);
  return { Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) };
}

function findResource(account: Account, arn: string): Datastore {
  const id = arn.slice(arn.lastIndexOf('/') + 1);
  const { DatastoreArn } = toDatastoreNames(id, account.settings);
  if (arn === DatastoreArn) return findDatastore(account, id);
  throw new ServiceError(
    'ResourceNotFoundException',
    `The resource with ARN '${arn}' was not found.`,
  );
}
