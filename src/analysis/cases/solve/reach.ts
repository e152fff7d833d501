import type { Json } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import type {
  Condition,
  FilterOperand,
  QuerySegment,
  QuerySelector,
} from '../../../expressions/index.ts';
import { sampleNode } from '../sample/sample-of.ts';
import { valueIn, withValue } from './draft.ts';
import type { Draft, Keys } from './draft.ts';
import type { Search } from './search.ts';
import { resizedList } from './sized-values.ts';
import type { QuerySubject } from './subject.ts';

/** A draft, and a place in it that a query leads to. */
export interface Reached {
  readonly draft: Draft;
  readonly keys: Keys;
}

/** How a query gets to its nodes. */
export interface Guide {
  readonly search: Search;
  /** Drafts in which what stands at a place meets the condition of a filter. */
  readonly satisfyFilter: (
    condition: Condition<FilterOperand>,
    draft: Draft,
    base: { readonly root: Keys; readonly current: Keys },
  ) => Iterable<Draft>;
}

/** How many items of a list are tried. */
const maxItems = 4;

/** How many values a `..` looks into. */
const maxPlaces = 100;

/** How many segments of a query are followed: each one is a call within a call. */
const maxSegments = 200;

/** How many of them may be `..`: each one multiplies the places where the next one looks. */
const maxDescendants = 10;

/** @yields drafts in which a query can lead somewhere, and where: what is missing on the way is made */
export function* reach(
  { from, root, segments }: Pick<QuerySubject, 'from' | 'root' | 'segments'>,
  draft: Draft,
  guide: Guide,
): Generator<Reached> {
  if (isTooLong(segments)) {
    guide.search.giveUpOn('a query that long');
    return;
  }
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    yield { draft, keys: from };
    return;
  }
  for (const step of take(segment, { from, root }, draft, guide))
    yield* reach({ from: step.keys, root, segments: rest }, step.draft, guide);
}

function isTooLong(segments: readonly QuerySegment[]): boolean {
  const descendants = segments.filter(({ kind }) => kind === 'descendant');
  return segments.length > maxSegments || descendants.length > maxDescendants;
}

interface Start {
  readonly from: Keys;
  readonly root: Keys;
}

function* take(
  { kind, selectors }: QuerySegment,
  start: Start,
  draft: Draft,
  guide: Guide,
): Generator<Reached> {
  const starts =
    kind === 'child' ? [start.from] : [...placesWithin(draft, start.from), start.from];
  for (const from of starts)
    for (const selector of selectors)
      yield* takeSelector(selector, { ...start, from }, draft, guide);
}

/** Every place at or below one where a member may be looked for, the outer ones first. */
function placesWithin(draft: Draft, from: Keys): readonly Keys[] {
  const places: Keys[] = [from];
  for (const keys of places) {
    if (places.length > maxPlaces) break;
    for (const key of keysOf(valueIn(draft, keys))) places.push([...keys, key]);
  }
  // A member that is there already is nearer than one that would have to be made.
  return places.toSorted((left, right) => right.length - left.length);
}

function keysOf(value: Json | undefined): readonly (string | number)[] {
  if (Array.isArray(value)) return [...value.keys()];
  return isObject(value) ? Object.keys(value) : [];
}

function* takeSelector(
  selector: QuerySelector,
  start: Start,
  draft: Draft,
  guide: Guide,
): Generator<Reached> {
  const { from } = start;
  if (selector.kind === 'name') yield { draft, keys: [...from, selector.name] };
  else if (selector.kind === 'index')
    yield* takeIndex(selector.index, from, draft, guide);
  else if (selector.kind === 'filter')
    yield* takeFilter(selector.condition, start, draft, guide);
  else {
    yield* takeAny(from, draft, guide);
    if (selector.kind === 'slice') yield* takeFurther(from, draft, guide);
  }
}

function* takeIndex(
  index: number,
  from: Keys,
  draft: Draft,
  { search }: Guide,
): Generator<Reached> {
  const least = index < 0 ? -index : index + 1;
  const grown = withItems(draft, from, least, search);
  yield { draft: grown, keys: [...from, index] };
}

/** @yields A wildcard; also a slice, of which nobody says here where it begins */
function* takeAny(from: Keys, draft: Draft, { search }: Guide): Generator<Reached> {
  const keys = keysOf(valueIn(draft, from)).slice(0, maxItems);
  for (const key of keys) yield { draft, keys: [...from, key] };
  if (isObject(valueIn(draft, from)) && keys.length > 0) return;
  const grown = withItems(draft, from, keys.length + 1, search);
  yield { draft: grown, keys: [...from, keys.length] };
}

/** @yields items further behind: nobody says here where a slice begins */
function* takeFurther(from: Keys, draft: Draft, { search }: Guide): Generator<Reached> {
  for (const least of [2, 3, 5, 10, 20]) {
    const grown = withItems(draft, from, least, search);
    yield { draft: grown, keys: [...from, least - 1] };
  }
}

function* takeFilter(
  condition: Condition<FilterOperand>,
  { from, root }: Start,
  draft: Draft,
  guide: Guide,
): Generator<Reached> {
  for (const step of takeAny(from, draft, guide))
    for (const filtered of guide.satisfyFilter(condition, step.draft, {
      root,
      current: step.keys,
    }))
      yield { draft: filtered, keys: step.keys };
}

/** A draft with a list of at least so many items there. */
function withItems(draft: Draft, keys: Keys, least: number, { space }: Search): Draft {
  const value = valueIn(draft, keys);
  const items = Array.isArray(value) ? (value as readonly Json[]) : [];
  if (items.length >= least && Array.isArray(value)) return draft;
  const [node] = space.schemasAt([...keys, 0]);
  const name = keys.findLast((key) => typeof key === 'string') ?? 'text';
  const item = node === undefined ? {} : sampleNode(node, { name });
  return withValue(draft, keys, resizedList(items, Math.min(least, 100), item));
}
