import type { Comparison, Condition } from '../../../expressions/index.ts';
import { candidatesAt, measured } from './candidates.ts';
import { withValue } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Base, Language } from './language.ts';
import type { Guide } from './reach.ts';
import { measureOf } from './subject.ts';
import type { PlaceSubject, Subject } from './subject.ts';
import { reachVariable, visit } from './visit.ts';

/** What it takes to make a comparison true or false. */
export interface ComparisonMaker<T> {
  readonly language: Language<T>;
  readonly base: Base;
  readonly guide: Guide;
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
  if (first.kind === 'place' && isSame(first, second)) {
    const test = (value: unknown): boolean => asLeft(value, value);
    yield* visit(first, draft, { test, hints: [] }, maker.guide);
    return;
  }
  yield* adapt(first, second, asLeft, draft, maker);
  yield* adapt(second, first, asRight, draft, maker);
}

function isSame(place: PlaceSubject, other: Side<unknown>): boolean {
  return (
    other.kind === 'place' &&
    other.measure === place.measure &&
    JSON.stringify(other.keys) === JSON.stringify(place.keys)
  );
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
  if (side.kind === 'unknown') maker.guide.search.giveUpOn(side.what);
  if (side.kind === 'match') maker.guide.search.giveUpOn(side.pattern);
  if (side.kind === 'constant' || side.kind === 'unknown' || side.kind === 'match')
    return;
  for (const { draft: next, value } of valuesOf(other, draft, maker)) {
    if (side.kind === 'condition') {
      for (const truth of [true, false])
        if (test(truth, value)) yield* maker.satisfy(side.condition, truth);
    } else {
      const wish = { test: (own: unknown) => test(own, value), hints: [value] };
      yield* visit(side, next, wish, maker.guide);
    }
  }
}

/** A value that a side has in a draft. */
interface Valued {
  readonly draft: Draft;
  readonly value: unknown;
}

/** How many other values are tried where both sides can be changed. */
const mostOthers = 6;

/** @yields the values that a side has, or may have */
function* valuesOf<T>(
  side: Side<T>,
  draft: Draft,
  { guide }: ComparisonMaker<T>,
): Generator<Valued> {
  if (side.kind === 'constant') yield { draft, value: side.value };
  else if (side.kind === 'condition') {
    yield { draft, value: true };
    yield { draft, value: false };
  } else if (side.kind === 'place' || side.kind === 'query') {
    const measure = measureOf(side);
    for (const { draft: reached, keys } of reachVariable(side, draft, guide)) {
      const wish = { test: () => true, hints: guide.search.literals, measure };
      const values = candidatesAt(keys, wish, reached, guide.search).slice(0, mostOthers);
      for (const value of values)
        yield { draft: withValue(reached, keys, value), value: measured(value, measure) };
      return;
    }
  }
}
