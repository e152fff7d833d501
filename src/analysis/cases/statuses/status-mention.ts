import type { Key } from '../../../expressions/index.ts';

/** A place in the body whose text a criterion asks for. */
export interface StatusMention {
  /** The keys that lead to it from the body; of a list its first item. */
  readonly keys: readonly Key[];
  /** Whether a value is one that the criterion names. */
  readonly names: (value: string) => boolean;
  /** It asks for everything but what it names. */
  readonly isNegated: boolean;
}

/** Where an expression looks, when it looks into the body of the answer. */
export type BodyKeysOf<T> = (operand: T) => readonly Key[] | undefined;
