import type { Service } from '../../../services/service.ts';
import type { VirtualClock } from '../../../testing/virtual-clock.ts';

/** Where the operations of a source are performed. */
export interface SourceTarget {
  /** For people, after "on": `the embedded HealthLake simulator`. */
  readonly label: string;
  /** What people want to know before it begins. */
  readonly note?: string;
  readonly service: Service;
  /** Time, where it is not that of the wall. */
  readonly clock?: VirtualClock;
  /** What to add to a command that looks at a resource; `undefined` where the resource is gone. */
  readonly lookSuffix: string | undefined;
}

/** The options that say which AWS account and server an AWS client uses. */
export interface AwsArguments {
  readonly region?: string;
  readonly profile?: string;
  readonly endpoint?: string;
}

/** Hears about what is doubtful. */
export type Warn = (message: string) => void;
