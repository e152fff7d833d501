import type { Operation } from './operation.ts';

/** What can happen to a request. */
export const requestEffects = [
  'throttle',
  '500',
  '503',
  'reset',
  'slow',
  'malformed',
  'html',
  'access-denied',
  'not-found',
  'lost',
] as const;

/**
 * What happens to a request:
 *
 * - `throttle`, `500`, `access-denied`, `not-found`: the service's exception
 * - `503`: the exception of the framework below it
 * - `reset`: the connection breaks before anything was done
 * - `lost`: the operation is performed, then the connection breaks
 * - `slow`: the operation is performed at once, the answer comes late on the clock
 * - `malformed`: the operation is performed, the JSON of the answer is cut off
 * - `html`: an error page of a proxy, 502
 */
export type RequestEffect = (typeof requestEffects)[number];

/** What goes wrong, where, and how often. {@link parseFault} reads it from a short text. */
export type Fault = RequestFault | OutcomeFault;

interface Occurrences {
  readonly operations: readonly Operation[];
  /** The first occurrence, counted from 1. */
  readonly from: number;
  /** The last; may be `Infinity`. */
  readonly to: number;
}

/** Disturbs requests; occurrences count the requests to these operations, retries included. */
export interface RequestFault extends Occurrences {
  readonly kind: 'request';
  readonly effect: RequestEffect;
  /** How long `slow` takes, in milliseconds on the clock. */
  readonly delay?: number;
}

/** Lets what is created come to another end; occurrences count the resources created. */
export interface OutcomeFault extends Occurrences {
  readonly kind: 'outcome';
  /**
   * A status in capitals to end in, be it known or not; `stuck` for never leaving CREATING or
   * IN_PROGRESS; `queued` for a job that waits in QUEUED although nothing else runs.
   */
  readonly outcome: string;
}
