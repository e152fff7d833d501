import type {
  CompiledQuery,
  FilterOperand,
  Key,
  QueryTest,
} from '../../../expressions/index.ts';
import type { Condition } from '../../../expressions/index.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import { candidatesAt } from './candidates.ts';
import { valueIn, withValue } from './draft.ts';
import type { Draft, Keys } from './draft.ts';
import { filterLanguage } from './filter-language.ts';
import { reach } from './reach.ts';
import { guideOf, satisfyCondition } from './satisfy-condition.ts';
import type { Search } from './search.ts';

/** @yields drafts in which a query is likely to select something in what stands at a place, or nothing */
export function* satisfyQuery(
  test: QueryTest,
  wanted: boolean,
  context: { readonly draft: Draft; readonly keys: Keys },
  search: Search,
): Generator<Draft> {
  if (wanted) {
    yield* selectingInItself(test, context, search);
    yield* selecting(test.query, context, search);
  } else {
    yield* selectingNothing(test, context, search);
  }
}

interface Context {
  readonly draft: Draft;
  readonly keys: Keys;
}

/** @yields A filter that may be meant for the value itself */
function* selectingInItself(
  { query, alsoInArray }: QueryTest,
  { draft, keys }: Context,
  search: Search,
): Generator<Draft> {
  const [segment, ...rest] = query.describe();
  const [selector] = segment?.selectors ?? [];
  if (!alsoInArray || selector?.kind !== 'filter' || Array.isArray(valueIn(draft, keys)))
    return;
  const base = { root: keys, current: keys };
  const maker = { language: filterLanguage, base, search };
  for (const filtered of satisfyCondition(selector.condition, true, draft, maker)) {
    const start = { from: keys, root: keys, segments: rest };
    for (const reached of reach(start, filtered, guideOf(search)))
      yield* present(reached, search);
  }
}

function* selecting(
  query: CompiledQuery,
  { draft, keys }: Context,
  search: Search,
): Generator<Draft> {
  const start = { from: keys, root: keys, segments: query.describe() };
  for (const reached of reach(start, draft, guideOf(search)))
    yield* present(reached, search);
}

/** @yields drafts in which there is something at a place */
function* present({ draft, keys }: Context, search: Search): Generator<Draft> {
  const wish = { test: (value: unknown) => value !== undefined, hints: [] };
  for (const value of candidatesAt(keys, wish, draft, search))
    yield withValue(draft, keys, value);
}

/** After that many nodes a query is left alone. */
const maxNodes = 20;

/** @yields drafts in which no node is selected any more: first ones with other values, then with fewer */
function* selectingNothing(
  test: QueryTest,
  context: Context,
  search: Search,
): Generator<Draft> {
  yield* refusing(test, context, search, maxNodes);
  let { draft } = context;
  for (let count = 0; count < maxNodes; count += 1) {
    const node = firstNode(test, { ...context, draft });
    if (node === undefined) break;
    const keys = node.length === context.keys.length ? firstMember(draft, node) : node;
    draft = withValue(draft, keys, undefined);
  }
  yield draft;
  yield withValue(draft, context.keys, undefined);
}

/** @yields drafts in which every node that was selected fails the filter that it has passed */
function* refusing(
  test: QueryTest,
  context: Context,
  search: Search,
  left: number,
): Generator<Draft> {
  const node = firstNode(test, context);
  if (node === undefined) {
    yield context.draft;
    return;
  }
  const filter = lastFilter(test);
  if (left === 0 || filter === undefined) return;
  const length = context.keys.length + filter.at + 1;
  const current = node.slice(0, node.length < length ? context.keys.length : length);
  const maker = {
    language: filterLanguage,
    base: { root: context.keys, current },
    search,
  };
  for (const draft of satisfyCondition(filter.condition, false, context.draft, maker))
    yield* refusing(test, { ...context, draft }, search, left - 1);
}

function lastFilter({
  query,
}: QueryTest):
  { readonly at: number; readonly condition: Condition<FilterOperand> } | undefined {
  const found = query.describe().map(({ kind, selectors: [selector, ...others] }, at) => {
    const isPlain = kind === 'child' && others.length === 0;
    return isPlain && selector?.kind === 'filter'
      ? { at, condition: selector.condition }
      : undefined;
  });
  return found.findLast((each) => each !== undefined);
}

/** Where the first node is; the place itself when it is only found as an item of a list. */
function firstNode(
  { query, alsoInArray }: QueryTest,
  { draft, keys }: Context,
): Keys | undefined {
  const root = valueIn(draft, keys);
  if (root === undefined) return undefined;
  const [node] = query.all(root);
  if (node !== undefined) return [...keys, ...node.keys];
  const [inner] = alsoInArray && isObject(root) ? query.all([root]) : [];
  return inner && [...keys, ...inner.keys.slice(1)];
}

function firstMember(draft: Draft, keys: Keys): Keys {
  const value = valueIn(draft, keys);
  const [first] = isObject(value) ? Object.keys(value) : ([] as Key[]);
  return first === undefined ? keys : [...keys, first];
}
