import { ArazzoError } from '../../../diagnostics/index.ts';
import { realClock } from './clock.ts';
import type { SimulatorClock } from './clock.ts';
import type { Fault } from './fault.ts';
import { parseFault } from './parse-fault.ts';
import { createRandom } from './random.ts';
import type { Rates } from './rate-limiter.ts';
import type { TokenMismatch } from './token-memory.ts';

/** How long things take, in milliseconds on the clock. */
export interface SimulatorDurations {
  /** From CREATING to ACTIVE. @default 25 minutes */
  readonly createDatastore: number;
  /** From DELETING to DELETED. @default 15 minutes */
  readonly deleteDatastore: number;
  /** How long a deleted data store can still be seen. @default 7 days */
  readonly deletedVisible: number;
  /** From SUBMITTED to IN_PROGRESS, or to QUEUED. @default 10 seconds */
  readonly submitted: number;
  /** How long a job waits that the fault `queued` sends to the queue. @default 3 minutes */
  readonly queued: number;
  /** From IN_PROGRESS to the end of an export. @default 2 minutes */
  readonly exportJob: number;
  /** From IN_PROGRESS to the end of an import. @default 5 minutes */
  readonly importJob: number;
  /** Each of CANCEL_SUBMITTED and CANCEL_IN_PROGRESS. @default 5 seconds */
  readonly cancelStep: number;
}

/** The limits of the account. */
export interface SimulatorQuotas {
  /** Requests in a time, for each operation. */
  readonly rates: Rates;
  /** Data stores that are CREATING or ACTIVE. @default 20 */
  readonly activeDatastores: number;
  /** Jobs of one kind that run at the same time; others wait in QUEUED. @default 1 */
  readonly concurrentJobs: number;
  /** Jobs of one kind that have not started, for each data store. @default 25 */
  readonly queuedJobs: number;
}

/** What a simulated HealthLake is like. */
export interface SimulatorOptions {
  /** Tells the time and delays answers. @default the real clock */
  readonly clock?: SimulatorClock;
  /** @default 'us-east-1' */
  readonly region?: string;
  /** @default '123456789012' */
  readonly accountId?: string;
  /** Where ids come from. @default the same sequence in every simulator */
  readonly random?: () => number;
  readonly durations?: Partial<SimulatorDurations>;
  /** `false` refuses nothing; jobs still run one after the other. */
  readonly quotas?: Partial<SimulatorQuotas> | false;
  /**
   * The statuses of errors: 400 for every fault of the client as `wire`, or 403, 404, 409 and 429
   * as in the service's `model`. @default 'wire'
   */
  readonly statusFrom?: 'wire' | 'model';
  /**
   * A client token that comes back with other parameters is refused, or gets the original answer.
   * @default 'validation'
   */
  readonly tokenMismatch?: TokenMismatch;
  /** How long a client token is remembered, in milliseconds. @default 24 hours */
  readonly tokenLifetime?: number;
  /** For how long a new data store or job cannot be found, in milliseconds. @default 0 */
  readonly visibilityDelay?: number;
  /** What goes wrong, as {@link Fault} or in the spelling of `parseFault`. */
  readonly faults?: readonly (Fault | string)[];
}

/** The options with nothing left open. */
export interface Settings extends Required<
  Omit<SimulatorOptions, 'durations' | 'quotas' | 'faults'>
> {
  readonly durations: SimulatorDurations;
  readonly quotas: SimulatorQuotas;
  readonly faults: readonly Fault[];
}

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

const defaultDurations: SimulatorDurations = {
  createDatastore: 25 * minute,
  deleteDatastore: 15 * minute,
  deletedVisible: 7 * day,
  submitted: 10 * second,
  queued: 3 * minute,
  exportJob: 2 * minute,
  importJob: 5 * minute,
  cancelStep: 5 * second,
};

const oncePerMinute = { requests: 1, per: minute };
const tenPerSecond = { requests: 10, per: second };

const defaultRates: Rates = {
  CreateFHIRDatastore: oncePerMinute,
  DeleteFHIRDatastore: oncePerMinute,
  DescribeFHIRDatastore: tenPerSecond,
  ListFHIRDatastores: tenPerSecond,
  StartFHIRExportJob: { requests: 1, per: second },
  DescribeFHIRExportJob: tenPerSecond,
  ListFHIRExportJobs: tenPerSecond,
  StartFHIRImportJob: { requests: 25, per: second },
  DescribeFHIRImportJob: tenPerSecond,
  ListFHIRImportJobs: tenPerSecond,
  TagResource: tenPerSecond,
  UntagResource: tenPerSecond,
  ListTagsForResource: tenPerSecond,
};

const noQuotas: SimulatorQuotas = {
  rates: {},
  activeDatastores: Infinity,
  concurrentJobs: 1,
  queuedJobs: Infinity,
};

/**
 * The settings that the options ask for.
 *
 * @throws ArazzoError `INVALID_FAULT` when the spelling of a fault is wrong.
 */
export function resolveSettings(options: SimulatorOptions = {}): Settings {
  return {
    clock: options.clock ?? realClock,
    region: options.region ?? 'us-east-1',
    accountId: options.accountId ?? '123456789012',
    random: options.random ?? createRandom(1),
    durations: { ...defaultDurations, ...options.durations },
    quotas: resolveQuotas(options.quotas),
    statusFrom: options.statusFrom ?? 'wire',
    tokenMismatch: options.tokenMismatch ?? 'validation',
    tokenLifetime: options.tokenLifetime ?? day,
    visibilityDelay: options.visibilityDelay ?? 0,
    faults: (options.faults ?? []).map(toFault),
  };
}

/** The fault itself, or the one that a text spells. */
export function toFault(fault: Fault | string): Fault {
  if (typeof fault !== 'string') return fault;
  const parsed = parseFault(fault);
  if (parsed.fault) return parsed.fault;
  throw new ArazzoError('INVALID_FAULT', parsed.error);
}

function resolveQuotas(quotas: SimulatorOptions['quotas'] = {}): SimulatorQuotas {
  if (quotas === false) return noQuotas;
  const { rates, ...limits } = quotas;
  return {
    activeDatastores: 20,
    concurrentJobs: 1,
    queuedJobs: 25,
    ...limits,
    rates: { ...defaultRates, ...rates },
  };
}
