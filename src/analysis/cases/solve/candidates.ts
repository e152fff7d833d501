import type { Json } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import { listOf } from '../../../arazzo-import/check/schema/schema-node.ts';
import { lengthOf } from '../../../expressions/criteria/lax-path.ts';
import { fits } from '../sample/fits.ts';
import { sampleNode } from '../sample/sample-of.ts';
import { allParts } from '../sample/schema-at.ts';
import { isFarAway, valueIn } from './draft.ts';
import type { Draft, Keys } from './draft.ts';
import { neighboursOf } from './neighbours.ts';
import type { Search } from './search.ts';
import { sizedValues } from './sized-values.ts';
import type { PlaceSubject } from './subject.ts';

/** What a value at a place is to be like. */
export interface Wish {
  readonly test: (value: unknown) => boolean;
  /** What it is compared with, and other values that are likely to do. */
  readonly hints: readonly unknown[];
  /** The test is about its length, or about whether it is there. */
  readonly measure?: PlaceSubject['measure'];
}

/** How many values are tried at a place. */
const most = 12;

/** Values for a place that are as wished, the most natural first; `undefined` is none at all. */
export function candidatesAt(
  keys: Keys,
  wish: Wish,
  draft: Draft,
  search: Search,
): readonly (Json | undefined)[] {
  if (isFarAway(keys)) {
    search.giveUpOn('values that deep, or that far behind in a list');
    return [];
  }
  const current = valueIn(draft, keys);
  const nodes = search.space.schemasAt(keys);
  const isAllowed = (value: Json | undefined): boolean =>
    !search.isStrict ||
    value === undefined ||
    nodes.length === 0 ||
    nodes.some((node) => fits(value, node));
  const found = new Map<string, Json | undefined>();
  for (const value of possibleValues(keys, wish, current, search)) {
    if (found.size === most) break;
    const text = JSON.stringify(value) ?? '';
    if (found.has(text) || !wish.test(measured(value, wish.measure))) continue;
    if (isAllowed(value)) found.set(text, value);
  }
  return [...found.values()];
}

/** The value, or what is asked of it. */
export function measured(value: unknown, measure: Wish['measure']): unknown {
  if (measure === undefined) return value;
  if (measure === 'presence') return value === undefined ? 0 : 1;
  const own = isObject(value) ? value['length'] : undefined;
  return own ?? lengthOf(value);
}

function* possibleValues(
  keys: Keys,
  { hints, measure }: Wish,
  current: Json | undefined,
  { space, literals }: Search,
): Generator<Json | undefined> {
  yield current;
  const nodes = space.schemasAt(keys);
  const name = keys.findLast((key) => typeof key === 'string') ?? 'text';
  const samples = nodes.map((node) => sampleNode(node, { name }));
  if (measure === 'length') {
    const itemNodes = space.schemasAt([...keys, 0]);
    const item = itemNodes[0] && sampleNode(itemNodes[0], { name });
    yield* sizedValues({ current: current ?? samples[0], hints, item, name });
  }
  yield* nodes.flatMap(allParts).flatMap((part) => listOf(part['enum']));
  yield* hints.flatMap(neighboursOf);
  yield* samples;
  yield* literals;
  yield* [true, false, 1, 0, `${name}-1`, 'other', '', [], {}, null];
  yield undefined;
}
