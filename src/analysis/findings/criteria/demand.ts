import type { Key, Literal } from '../../../expressions/index.ts';

/** What a part of a criterion looks at. */
export interface Subject {
  /**
   * `status`: the status code; `body`: a place in the body of the answer; `item`: the same place in the
   * body or in each item of a body that is a list; `other`: anything else.
   */
  readonly kind: 'status' | 'body' | 'item' | 'other';
  /** The same for the same subject. */
  readonly name: string;
  /** Of `body` and `item`: the keys that lead to it. */
  readonly keys: readonly Key[];
}

/** What a criterion asks of one subject. */
export interface Demand {
  readonly subject: Subject;
  /** As the document writes it. */
  readonly text: string;
  readonly accepts: (value: unknown) => boolean;
  /** The values that it names. */
  readonly literals: readonly ScalarValue[];
  /** Nothing but what it names is accepted. */
  readonly isClosed: boolean;
  /** Texts are compared without regard to case, and with numbers. */
  readonly isLenient: boolean;
}

/** A value that stands in a condition. */
export type ScalarValue = Exclude<Literal['value'], readonly unknown[]>;

/** What a criterion demands; it holds only where all of its demands do. */
export interface CriterionReading {
  readonly demands: readonly Demand[];
  /** It also holds wherever all of them do: nothing else is asked. */
  readonly isComplete: boolean;
  /** The same for the same criterion. */
  readonly identity: string;
}
