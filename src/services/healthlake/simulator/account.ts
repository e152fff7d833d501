import type { Datastore } from './datastore.ts';
import { createFaultPlan } from './fault-plan.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { Job, JobKind } from './job.ts';
import { createJobQueue } from './job-queue.ts';
import type { JobQueue } from './job-queue.ts';
import { createId } from './random.ts';
import { createRateLimiter } from './rate-limiter.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { ServiceError } from './service-error.ts';
import type { Settings } from './settings.ts';
import { createTokenMemory } from './token-memory.ts';
import type { TokenMemory } from './token-memory.ts';

/** Everything that exists in the simulated account, which lives in one region. */
export interface Account {
  readonly settings: Settings;
  readonly datastores: Map<string, Datastore>;
  readonly queues: { readonly [Kind in JobKind]: JobQueue<Kind> };
  readonly tokens: TokenMemory;
  readonly faults: FaultPlan;
  readonly limitRate: RateLimiter;
  now(): number;
  /** What a new data store or job has in common: who it is and when it came. */
  createIdentity(): Identity;
}

/** Who something is and when it came. */
interface Identity {
  readonly id: string;
  readonly sequence: number;
  readonly visibleFrom: number;
}

/** An account with nothing in it. */
export function createAccount(settings: Settings): Account {
  const { clock, random, durations, quotas, visibilityDelay } = settings;
  const now = (): number => clock.now();
  const createQueue = <Kind extends JobKind>(runTime: number): JobQueue<Kind> =>
    createJobQueue({ concurrentJobs: quotas.concurrentJobs, runTime, durations });
  let sequence = 0;
  return {
    settings,
    datastores: new Map(),
    queues: {
      export: createQueue<'export'>(durations.exportJob),
      import: createQueue<'import'>(durations.importJob),
    },
    tokens: createTokenMemory({
      lifetime: settings.tokenLifetime,
      mismatch: settings.tokenMismatch,
    }),
    faults: createFaultPlan(settings.faults),
    limitRate: createRateLimiter(quotas.rates),
    now,
    createIdentity: () => ({
      id: createId(random),
      sequence: sequence++,
      visibleFrom: now() + visibilityDelay,
    }),
  };
}

/**
 * The data store with this id, when it can be seen.
 *
 * @throws `ResourceNotFoundException`
 */
export function findDatastore(account: Account, id: string): Datastore {
  const datastore = account.datastores.get(id);
  if (datastore && isVisible(datastore, account.now())) return datastore;
  throw new ServiceError(
    'ResourceNotFoundException',
    `The data store with id '${id}' was not found.`,
  );
}

/** The data stores that can be seen, in order of creation. */
export function listDatastores(account: Account): readonly Datastore[] {
  const now = account.now();
  return [...account.datastores.values()].filter((datastore) =>
    isVisible(datastore, now),
  );
}

/** The jobs of a data store that can be seen, in order of submission. */
export function listJobs<Kind extends JobKind>(
  account: Account,
  kind: Kind,
  datastoreId: string,
): readonly Job<Kind>[] {
  const now = account.now();
  const queue: JobQueue<Kind> = account.queues[kind];
  return [...queue.jobs.values()].filter(
    ({ input, visibleFrom }) => input.DatastoreId === datastoreId && now >= visibleFrom,
  );
}

function isVisible({ visibleFrom, goneAt }: Datastore, now: number): boolean {
  return now >= visibleFrom && now < goneAt;
}
