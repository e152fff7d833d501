import type { Comparison, Condition } from '../../../expressions/index.ts';
import { measured } from './candidates.ts';
import type { Wish } from './candidates.ts';
import { valueIn } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Base, Language } from './language.ts';
import type { Reached } from './reach.ts';
import type { Search } from './search.ts';
import { measureOf } from './subject.ts';
import type { Subject, Variable } from './subject.ts';

/** What it takes to make a comparison true or false. */
export interface ComparisonMaker<T> {
  readonly language: Language<T>;
  readonly base: Base;
  readonly search: Search;
  readonly visit: (
    variable: Variable,
    draft: Draft,
    wish: Omit<Wish, 'measure'>,
  ) => Iterable<Draft>;
  readonly reach: (variable: Variable, draft: Draft) => Iterable<Reached>;
  readonly satisfy: (condition: Condition<T>, wanted: boolean) => Iterable<Draft>;
}

/** @yields drafts in which a comparison is likely to hold, or not to */
export function* satisfyComparison<T>(
  { operator, left, right }: Comparison<T>,
  wanted: boolean,
  draft: Draft,
  maker: ComparisonMaker<T>,
): Generator<Draft> {
  const { compare } = maker.language;
  const [first, second] = [sideOf(left, maker), sideOf(right, maker)];
  const asLeft = (value: unknown, other: unknown): boolean =>
    compare(operator, value, other) === wanted;
  const asRight = (value: unknown, other: unknown): boolean => asLeft(other, value);
  if (first.kind === 'constant' && second.kind === 'constant') {
    if (asLeft(first.value, second.value)) yield draft;
    return;
  }
  yield* adapt(first, second, asLeft, draft, maker);
  yield* adapt(second, first, asRight, draft, maker);
}

/** One side of a comparison: what it stands for, or a condition within parentheses. */
type Side<T> = Subject | { readonly kind: 'condition'; readonly condition: Condition<T> };

function sideOf<T>(side: Condition<T>, { language, base }: ComparisonMaker<T>): Side<T> {
  if (side.kind === 'literal') return { kind: 'constant', value: side.value };
  return side.kind === 'operand'
    ? language.subjectOf(side.operand, base)
    : { kind: 'condition', condition: side };
}

/** @yields changes what one side stands for, so that it is right beside the other */
function* adapt<T>(
  side: Side<T>,
  other: Side<T>,
  test: (value: unknown, other: unknown) => boolean,
  draft: Draft,
  maker: ComparisonMaker<T>,
): Generator<Draft> {
  if (side.kind === 'unknown') maker.search.giveUpOn(side.what);
  if (side.kind === 'match') maker.search.giveUpOn(side.pattern);
  if (side.kind === 'constant' || side.kind === 'unknown' || side.kind === 'match')
    return;
  for (const value of valuesOf(other, draft, maker)) {
    if (side.kind === 'condition') {
      for (const truth of [true, false])
        if (test(truth, value)) yield* maker.satisfy(side.condition, truth);
    } else {
      const wish = { test: (own: unknown) => test(own, value), hints: [value] };
      yield* maker.visit(side, draft, wish);
    }
  }
}

/** The values that a side has, or may have. */
function valuesOf<T>(
  side: Side<T>,
  draft: Draft,
  { reach }: ComparisonMaker<T>,
): readonly unknown[] {
  if (side.kind === 'constant') return [side.value];
  if (side.kind === 'condition') return [true, false];
  if (side.kind !== 'place' && side.kind !== 'query') return [];
  for (const reached of reach(side, draft)) {
    const value = valueIn(reached.draft, reached.keys);
    return [measured(value, measureOf(side))];
  }
  return [];
}
