import { createAbortError } from './abort-error.ts';
import { createAccount, listDatastores } from './account.ts';
import type { Account } from './account.ts';
import { addDatastore } from './add-datastore.ts';
import type { DatastoreSeed } from './add-datastore.ts';
import { toResponse } from './answer.ts';
import { answerCall } from './answer-call.ts';
import { ConnectionResetError } from './connection-reset-error.ts';
import { toDatastoreSnapshot } from './datastore.ts';
import type { DatastoreSnapshot } from './datastore.ts';
import type { Fault } from './fault.ts';
import { toJobSnapshot } from './job.ts';
import type { JobKind, JobSnapshot } from './job.ts';
import type { JobQueue } from './job-queue.ts';
import { createId, createRandom } from './random.ts';
import { readCall } from './read-call.ts';
import { logRequest } from './request-log.ts';
import type { LoggedRequest } from './request-log.ts';
import { resolveSettings, toFault } from './settings.ts';
import type { SimulatorOptions } from './settings.ts';

/** A HealthLake of one account in one region that speaks the wire protocol of the service. */
export interface HealthLakeSimulator {
  readonly region: string;
  /**
   * Answers a request.
   *
   * @throws ConnectionResetError when a fault breaks the connection
   * @throws DOMException `AbortError` when the request was aborted before or while a fault delayed it
   */
  handle(request: Request): Promise<Response>;
  /** The requests it got, oldest first; the last 10,000. */
  readonly requests: readonly LoggedRequest[];
  /** The data stores as they are now, in order of creation. */
  readonly datastores: readonly DatastoreSnapshot[];
  /** The jobs of a kind as they are now, in order of submission. */
  jobs<Kind extends JobKind>(kind: Kind): readonly JobSnapshot<Kind>[];
  /** Puts a data store there without a request and returns its id. */
  addDatastore(seed?: DatastoreSeed): string;
  /** Cancels a job, as the FHIR interface can. `false` when there is no such job or it is over. */
  cancelJob(jobId: string): boolean;
  /** Adds a fault that counts from now on. */
  addFault(fault: Fault | string): void;
  /** Forgets everything that happened; faults count from the beginning. */
  reset(): void;
}

/**
 * A simulated HealthLake with nothing in it.
 *
 * Time passes on the clock only: a data store is ACTIVE once the clock is past its creation, and no
 * timer runs for it. Signatures are not checked.
 *
 * @throws ArazzoError `INVALID_FAULT` when the spelling of a fault is wrong
 *
 * @example
 * const simulator = createHealthLakeSimulator({ faults: ['DescribeFHIRDatastore#2=throttle'] });
 * const client = new HealthLakeClient({
 *   region: simulator.region,
 *   credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
 *   requestHandler: createSimulatorRequestHandler(simulator),
 * });
 */
export function createHealthLakeSimulator(
  options: SimulatorOptions = {},
): HealthLakeSimulator {
  const settings = resolveSettings(options);
  const randomRequestId = createRandom(0);
  let account = createAccount(settings);
  let requests: LoggedRequest[] = [];

  return {
    region: settings.region,
    async handle(request) {
      if (request.signal.aborted) throw createAbortError();
      const call = await readCall(request);
      const entry = logRequest(requests, {
        at: account.now(),
        operation: call.target,
        body: call.body,
      });
      try {
        const answer = await answerCall(account, call, request.signal);
        entry.status = answer.status;
        return toResponse(answer, createId(randomRequestId));
      } catch (error) {
        entry.failure = error instanceof ConnectionResetError ? 'reset' : 'aborted';
        throw error;
      }
    },
    get requests() {
      return requests;
    },
    get datastores() {
      return listDatastores(account).map((datastore) =>
        toDatastoreSnapshot(datastore, settings, account.now()),
      );
    },
    jobs: (kind) => listAllJobs(account, kind),
    addDatastore: (seed) => addDatastore(account, seed),
    cancelJob: (jobId) => cancelJob(account, jobId),
    addFault: (fault) => account.faults.add(toFault(fault)),
    reset() {
      account = createAccount(settings);
      requests = [];
    },
  };
}

function cancelJob(account: Account, jobId: string): boolean {
  return Object.values<JobQueue<JobKind>>(account.queues).some((queue) => {
    const job = queue.jobs.get(jobId);
    return job !== undefined && queue.cancel(job, account.now());
  });
}

function listAllJobs<Kind extends JobKind>(
  account: Account,
  kind: Kind,
): readonly JobSnapshot<Kind>[] {
  const queue: JobQueue<Kind> = account.queues[kind];
  return [...queue.jobs.values()].map((job) => toJobSnapshot(job, account.now()));
}
