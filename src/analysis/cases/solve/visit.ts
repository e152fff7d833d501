import { candidatesAt } from './candidates.ts';
import type { Wish } from './candidates.ts';
import { valueIn, withValue } from './draft.ts';
import type { Draft } from './draft.ts';
import { reach } from './reach.ts';
import type { Guide, Reached } from './reach.ts';
import { measureOf } from './subject.ts';
import type { QuerySubject, Variable } from './subject.ts';

/** @yields drafts in which what a variable stands for is as wished */
export function* visit(
  variable: Variable,
  draft: Draft,
  wish: Omit<Wish, 'measure'>,
  guide: Guide,
): Generator<Draft> {
  const measure = measureOf(variable);
  for (const { draft: reached, keys } of reachVariable(variable, draft, guide)) {
    const candidates = candidatesAt(keys, { ...wish, measure }, reached, guide.search);
    for (const value of candidates) yield withValue(reached, keys, value);
  }
}

/**
 * @yields drafts in which the variable has a place, and that place; for a count that of the counted list
 */
export function* reachVariable(
  variable: Variable,
  draft: Draft,
  guide: Guide,
): Generator<Reached> {
  if (variable.kind === 'place') {
    yield { draft, keys: variable.keys };
    return;
  }
  if (variable.measure !== 'count') {
    yield* reach(variable, draft, guide);
    return;
  }
  // The items that are there already are what others are copied from: the first must be counted.
  const segments = variable.segments.slice(0, firstPlural(variable) + 1);
  for (const { draft: grown, keys } of reach({ ...variable, segments }, draft, guide))
    yield { draft: grown, keys: keys.slice(0, -1) };
}

/** @yields drafts without what a query looks into */
export function* emptied(query: QuerySubject, draft: Draft): Generator<Draft> {
  const names = query.segments
    .slice(0, firstPlural(query))
    .map(({ selectors: [selector] }) => (selector?.kind === 'name' ? selector.name : 0));
  const keys = [...query.from, ...names];
  if (Array.isArray(valueIn(draft, keys))) yield withValue(draft, keys, []);
  if (keys.length > 0) yield withValue(draft, keys, undefined);
}

/** Where in a query it can first lead to several nodes. */
function firstPlural({ segments }: QuerySubject): number {
  const at = segments.findIndex(
    ({ kind, selectors: [selector, ...others] }) =>
      kind === 'descendant' ||
      others.length > 0 ||
      (selector?.kind !== 'name' && selector?.kind !== 'index'),
  );
  return at < 0 ? segments.length : at;
}
