import type { Operator } from '../../../expressions/index.ts';
import type { Keys } from './draft.ts';
import type { Subject } from './subject.ts';

/** Where the operands of a condition are looked up. */
export interface Base {
  readonly root: Keys;
  readonly current: Keys;
}

/** What the parts of a condition mean; `T` is what is looked up in it. */
export interface Language<T> {
  readonly subjectOf: (operand: T, base: Base) => Subject;
  readonly compare: (operator: Operator, left: unknown, right: unknown) => boolean;
  /** Whether a value that stands alone holds. */
  readonly holds: (value: unknown, isMeasured: boolean) => boolean;
}
