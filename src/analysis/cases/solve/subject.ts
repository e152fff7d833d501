import type { QuerySegment } from '../../../expressions/index.ts';
import type { Keys } from './draft.ts';

/** What an operand of a condition stands for, while an answer is being made. */
export type Subject =
  ConstantSubject | PlaceSubject | QuerySubject | MatchSubject | UnknownSubject;

/** Something that the answer does not decide. */
interface ConstantSubject {
  readonly kind: 'constant';
  readonly value: unknown;
}

/** A place in the answer, the length of what stands there, or whether something does (1 or 0). */
export interface PlaceSubject {
  readonly kind: 'place';
  readonly keys: Keys;
  readonly measure?: 'length' | 'presence';
}

/** What a query selects, or how much that is. */
export interface QuerySubject {
  readonly kind: 'query';
  /** Where it starts. */
  readonly from: Keys;
  /** What `$` means in it. */
  readonly root: Keys;
  readonly segments: readonly QuerySegment[];
  readonly measure?: 'length' | 'count';
}

/** Whether a text matches. */
export interface MatchSubject {
  readonly kind: 'match';
  readonly of: Subject;
  /** A regular expression that is tried anywhere in the text. */
  readonly pattern: string;
}

/** Something that nobody knows how to decide. */
interface UnknownSubject {
  readonly kind: 'unknown';
  readonly what: string;
}

/** A subject that an answer is changed for. */
export type Variable = PlaceSubject | QuerySubject;

/** What a query stands for: a place, when it can lead to one only. */
export function toVariable(query: QuerySubject): Variable {
  const keys = query.segments.map(({ kind, selectors: [selector, ...others] }) => {
    if (kind !== 'child' || others.length > 0) return undefined;
    if (selector?.kind === 'name') return selector.name;
    return selector?.kind === 'index' ? selector.index : undefined;
  });
  if (keys.includes(undefined)) return query;
  const path = [...query.from, ...keys.flatMap((key) => key ?? [])];
  if (query.measure === undefined) return { kind: 'place', keys: path };
  const measure = query.measure === 'count' ? 'presence' : query.measure;
  return { kind: 'place', keys: path, measure };
}

/** What is asked of the value at the place of a variable: of a counted list its length. */
export function measureOf({ measure }: Variable): PlaceSubject['measure'] {
  return measure === 'count' ? 'length' : measure;
}
