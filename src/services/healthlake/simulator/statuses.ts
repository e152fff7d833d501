/** Every status of an import or export job. */
export const jobStatuses = [
  'SUBMITTED',
  'QUEUED',
  'IN_PROGRESS',
  'COMPLETED_WITH_ERRORS',
  'COMPLETED',
  'FAILED',
  'CANCEL_SUBMITTED',
  'CANCEL_IN_PROGRESS',
  'CANCEL_COMPLETED',
  'CANCEL_FAILED',
] as const;

/** The statuses that a job never leaves. */
export const finalJobStatuses: ReadonlySet<string> = new Set([
  'COMPLETED',
  'COMPLETED_WITH_ERRORS',
  'FAILED',
  'CANCEL_COMPLETED',
  'CANCEL_FAILED',
]);

/** Every status of a data store, those of newer versions of the service included. */
export const datastoreStatuses: readonly string[] = [
  'CREATING',
  'ACTIVE',
  'DELETING',
  'DELETED',
  'CREATE_FAILED',
  'UPDATING',
  'UPDATE_FAILED',
];

/** The statuses in which a data store is on its way to another and cannot be deleted. */
export const transitionalDatastoreStatuses: ReadonlySet<string> = new Set([
  'CREATING',
  'UPDATING',
  'DELETING',
]);
