import { findDatastore, listJobs } from './account.ts';
import type { Account } from './account.ts';
import { toJobSnapshot } from './job.ts';
import type { Job, JobInputs, JobKind, JobSnapshot } from './job.ts';
import type { JobQueue } from './job-queue.ts';
import type { Operation, OperationInputs } from './operation.ts';
import { paginate } from './paginate.ts';
import { ServiceError } from './service-error.ts';
import { stageAt } from './timeline.ts';

const names = {
  export: { start: 'StartFHIRExportJob', list: 'ListFHIRExportJobs', answer: 'Export' },
  import: { start: 'StartFHIRImportJob', list: 'ListFHIRImportJobs', answer: 'Import' },
} as const satisfies Record<
  JobKind,
  { start: Operation; list: Operation; answer: string }
>;

/** Submits a job; the answer tells its id. */
export function startJob<Kind extends JobKind>(
  account: Account,
  kind: Kind,
  input: JobInputs[Kind],
): object {
  const operation = names[kind].start;
  return account.tokens.once({ operation, input, now: account.now() }, () => {
    checkDatastoreActive(account, input.DatastoreId);
    checkQueueQuota(account, kind, input.DatastoreId);
    const queue: JobQueue<Kind> = account.queues[kind];
    const { id } = queue.submit({
      ...account.createIdentity(),
      kind,
      input: withDefaults(kind, input),
      submittedAt: account.now(),
      outcome: account.faults.nextOutcome(operation),
    });
    return { JobId: id, JobStatus: 'SUBMITTED', DatastoreId: input.DatastoreId };
  });
}

function withDefaults<Kind extends JobKind>(
  kind: Kind,
  input: JobInputs[Kind],
): JobInputs[Kind] {
  return kind === 'import' ? { ValidationLevel: 'strict', ...input } : input;
}

function checkDatastoreActive(account: Account, id: string): void {
  const { timeline } = findDatastore(account, id);
  const { status } = stageAt(timeline, account.now());
  if (status === 'ACTIVE') return;
  throw new ServiceError(
    'ValidationException',
    `The data store with id '${id}' is ${status}; jobs need one that is ACTIVE.`,
  );
}

function checkQueueQuota(account: Account, kind: JobKind, datastoreId: string): void {
  const { queuedJobs } = account.settings.quotas;
  if (queuedJobs === Infinity) return;
  const waiting = listJobs(account, kind, datastoreId).filter(({ timeline }) =>
    ['SUBMITTED', 'QUEUED'].includes(stageAt(timeline, account.now()).status),
  );
  if (waiting.length < queuedJobs) return;
  throw new ServiceError(
    'ThrottlingException',
    `The data store has reached its limit of ${queuedJobs} queued ${kind} jobs.`,
  );
}

/** What a job is like now. */
export function describeJob(
  account: Account,
  kind: JobKind,
  { DatastoreId, JobId }: OperationInputs['DescribeFHIRExportJob'],
): object {
  findDatastore(account, DatastoreId);
  const job: Job | undefined = account.queues[kind].jobs.get(JobId);
  const now = account.now();
  if (job && job.input.DatastoreId === DatastoreId && now >= job.visibleFrom) {
    return { [`${names[kind].answer}JobProperties`]: toJobSnapshot(job, now) };
  }
  throw new ServiceError(
    'ResourceNotFoundException',
    `The ${kind} job with id '${JobId}' was not found.`,
  );
}

/** A page of the jobs of a data store that pass the filters. */
export function listJobPage(
  account: Account,
  kind: JobKind,
  input: OperationInputs['ListFHIRExportJobs'],
): object {
  findDatastore(account, input.DatastoreId);
  const found = listJobs(account, kind, input.DatastoreId)
    .map((job) => ({
      sequence: job.sequence,
      snapshot: toJobSnapshot(job, account.now()),
    }))
    .filter(({ snapshot }) => passes(snapshot, input));
  const scope = `${names[kind].list} ${input.DatastoreId}`;
  const { items, ...page } = paginate(found, input, scope);
  const list = items.map(({ snapshot }) => snapshot);
  return { [`${names[kind].answer}JobPropertiesList`]: list, ...page };
}

function passes(
  { JobName, JobStatus, SubmitTime }: JobSnapshot,
  filter: OperationInputs['ListFHIRExportJobs'],
): boolean {
  return (
    (filter.JobName ?? JobName) === JobName &&
    (filter.JobStatus ?? JobStatus) === JobStatus &&
    SubmitTime < (filter.SubmittedBefore ?? Infinity) &&
    SubmitTime > (filter.SubmittedAfter ?? -Infinity)
  );
}
