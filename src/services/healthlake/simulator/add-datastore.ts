import type { Account } from './account.ts';
import type { DatastoreStatus } from '@aws-sdk/client-healthlake';

/** What a data store is like that is put there without a request. */
export interface DatastoreSeed {
  /** 32 hexadecimal digits. @default a new id */
  readonly id?: string;
  readonly name?: string;
  /** It stays in this status until it is deleted. @default 'ACTIVE' */
  readonly status?: DatastoreStatus | (string & Record<never, never>);
  /** Milliseconds on the clock. @default now */
  readonly createdAt?: number;
  readonly tags?: Readonly<Record<string, string>>;
}

/** Puts a data store there, at once and in any status; gives back its id. */
export function addDatastore(account: Account, seed: DatastoreSeed = {}): string {
  const identity = account.createIdentity();
  const { id = identity.id, name, status = 'ACTIVE' } = seed;
  const { createdAt = account.now(), tags = {} } = seed;
  account.datastores.set(id, {
    ...identity,
    id,
    createdAt,
    visibleFrom: -Infinity,
    input: {
      DatastoreTypeVersion: 'R4',
      ...(name !== undefined && { DatastoreName: name }),
    },
    tags: new Map(Object.entries(tags)),
    timeline: [{ status, at: createdAt }],
    goneAt: Infinity,
  });
  return id;
}
