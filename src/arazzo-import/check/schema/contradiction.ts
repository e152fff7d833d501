import type { Reason } from './scalar-problem.ts';

/** Something in a value that its schema surely refuses. */
export interface Contradiction extends Reason {
  /** Where in the value. */
  readonly keys: readonly (string | number)[];
}
