import { findDatastore, listDatastores } from './account.ts';
import type { Account } from './account.ts';
import { toDatastoreNames, toDatastoreSnapshot } from './datastore.ts';
import type { Datastore, DatastoreSnapshot } from './datastore.ts';
import type { OperationInputs } from './operation.ts';
import { paginate } from './paginate.ts';
import { ServiceError } from './service-error.ts';
import { transitionalDatastoreStatuses } from './statuses.ts';
import { divert, stageAt } from './timeline.ts';

/** Lets a data store come into being; the answer tells who it is. */
export function createDatastore(
  account: Account,
  input: OperationInputs['CreateFHIRDatastore'],
): object {
  const { settings, tokens } = account;
  const now = account.now();
  return tokens.once({ operation: 'CreateFHIRDatastore', input, now }, () => {
    checkDatastoreQuota(account);
    const id = addDatastore(account, input);
    return { ...toDatastoreNames(id, settings), DatastoreStatus: 'CREATING' };
  });
}

function addDatastore(
  account: Account,
  input: OperationInputs['CreateFHIRDatastore'],
): string {
  const { createDatastore: duration } = account.settings.durations;
  const outcome = account.faults.nextOutcome('CreateFHIRDatastore');
  const stuck = outcome === 'stuck' || outcome === 'CREATING';
  const now = account.now();
  const identity = account.createIdentity();
  account.datastores.set(identity.id, {
    ...identity,
    createdAt: now,
    input,
    tags: new Map(input.Tags?.map(({ Key, Value }) => [Key, Value])),
    timeline: [
      { status: 'CREATING', at: now },
      { status: outcome ?? 'ACTIVE', at: stuck ? Infinity : now + duration },
    ],
    goneAt: Infinity,
  });
  return identity.id;
}

function checkDatastoreQuota(account: Account): void {
  const { activeDatastores } = account.settings.quotas;
  const counted = listDatastores(account).filter(({ timeline }) =>
    ['CREATING', 'ACTIVE'].includes(stageAt(timeline, account.now()).status),
  );
  if (counted.length < activeDatastores) return;
  throw new ServiceError(
    'ValidationException',
    `The account has reached its limit of ${activeDatastores} active data stores.`,
  );
}

/** Lets a data store go; not while it is on its way to another state. */
export function deleteDatastore(
  account: Account,
  { DatastoreId }: OperationInputs['DeleteFHIRDatastore'],
): object {
  const datastore = findDatastore(account, DatastoreId);
  const now = account.now();
  const { status } = stageAt(datastore.timeline, now);
  if (transitionalDatastoreStatuses.has(status)) {
    throw new ServiceError(
      'ConflictException',
      `The data store is in a transition state (${status}) and cannot be deleted.`,
    );
  }
  if (status !== 'DELETED') removeDatastore(account, datastore);
  return {
    ...toDatastoreNames(DatastoreId, account.settings),
    DatastoreStatus: stageAt(datastore.timeline, now).status,
  };
}

function removeDatastore(account: Account, datastore: Datastore): void {
  const { deleteDatastore: duration, deletedVisible } = account.settings.durations;
  const outcome = account.faults.nextOutcome('DeleteFHIRDatastore');
  const stuck = outcome === 'stuck' || outcome === 'DELETING';
  const now = account.now();
  const end = stuck ? Infinity : now + duration;
  datastore.timeline = divert(datastore.timeline, now, [
    { status: 'DELETING', at: now },
    { status: outcome ?? 'DELETED', at: end },
  ]);
  if (outcome === undefined) datastore.goneAt = end + deletedVisible;
}

/** What a data store is like now. */
export function describeDatastore(
  account: Account,
  { DatastoreId }: OperationInputs['DescribeFHIRDatastore'],
): object {
  const datastore = findDatastore(account, DatastoreId);
  return {
    DatastoreProperties: toDatastoreSnapshot(datastore, account.settings, account.now()),
  };
}

/** A page of the data stores that pass the filter. */
export function listDatastorePage(
  account: Account,
  input: OperationInputs['ListFHIRDatastores'],
): object {
  const now = account.now();
  const all = listDatastores(account).map((datastore) => ({
    sequence: datastore.sequence,
    snapshot: toDatastoreSnapshot(datastore, account.settings, now),
  }));
  const found = all.filter(({ snapshot }) => passes(snapshot, input.Filter));
  const { items, ...page } = paginate(found, input, 'ListFHIRDatastores');
  return { DatastorePropertiesList: items.map(({ snapshot }) => snapshot), ...page };
}

function passes(
  { DatastoreName, DatastoreStatus, CreatedAt = 0 }: DatastoreSnapshot,
  filter: OperationInputs['ListFHIRDatastores']['Filter'] = {},
): boolean {
  return (
    (filter.DatastoreName ?? DatastoreName) === DatastoreName &&
    (filter.DatastoreStatus ?? DatastoreStatus) === DatastoreStatus &&
    CreatedAt < (filter.CreatedBefore ?? Infinity) &&
    CreatedAt > (filter.CreatedAfter ?? -Infinity)
  );
}
