import type { Condition } from '../../../expressions/index.ts';
import { patterns } from '../sample/patterns.ts';
import { textsFor } from '../text/texts-for.ts';
import { candidatesAt } from './candidates.ts';
import type { Wish } from './candidates.ts';
import { valueIn, withValue } from './draft.ts';
import type { Draft } from './draft.ts';
import { filterLanguage } from './filter-language.ts';
import type { Base, Language } from './language.ts';
import { reach } from './reach.ts';
import type { Guide, Reached } from './reach.ts';
import { satisfyComparison } from './satisfy-comparison.ts';
import type { Search } from './search.ts';
import { measureOf } from './subject.ts';
import type { MatchSubject, Subject, Variable } from './subject.ts';

/** What it takes to make conditions of a language true or false. */
export interface Maker<T> {
  readonly language: Language<T>;
  readonly base: Base;
  readonly search: Search;
  /** Whether a condition holds in a draft; absent where nobody can say. */
  readonly isMet?: (condition: Condition<T>, draft: Draft) => boolean;
}

/** How often what one condition has broken is mended for another. */
const rounds = 2;

/** @yields drafts in which a condition is likely to hold, or not to: the nearest ones first */
export function* satisfyCondition<T>(
  condition: Condition<T>,
  wanted: boolean,
  draft: Draft,
  maker: Maker<T>,
): Generator<Draft> {
  if (maker.isMet?.(condition, draft) === wanted) yield draft;
  if (condition.kind === 'literal') {
    if (Boolean(condition.value) === wanted) yield draft;
  } else if (condition.kind === 'not') {
    yield* satisfyCondition(condition.condition, !wanted, draft, maker);
  } else if (condition.kind === 'operand') {
    const { language, base } = maker;
    yield* satisfyAlone(
      language.subjectOf(condition.operand, base),
      wanted,
      draft,
      maker,
    );
  } else if (condition.kind === 'comparison') {
    yield* satisfyComparison(condition, wanted, draft, {
      ...maker,
      visit: (variable, inner, wish) => visit(variable, inner, wish, maker.search),
      reach: (variable, inner) => reachVariable(variable, inner, maker.search),
      satisfy: (inner, isWanted) => satisfyCondition(inner, isWanted, draft, maker),
    });
  } else if ((condition.kind === 'and') === wanted) {
    yield* satisfyTogether(condition.conditions, wanted, draft, maker);
  } else {
    for (const inner of condition.conditions)
      yield* satisfyCondition(inner, wanted, draft, maker);
  }
}

function* satisfyTogether<T>(
  conditions: readonly Condition<T>[],
  wanted: boolean,
  draft: Draft,
  maker: Maker<T>,
  left = rounds,
): Generator<Draft> {
  const { isMet, search } = maker;
  for (const next of satisfyAll(conditions, wanted, draft, maker)) {
    if (!search.spend()) return;
    const isRight =
      isMet === undefined || conditions.every((each) => isMet(each, next) === wanted);
    if (isRight) yield next;
    else if (left > 1) yield* satisfyTogether(conditions, wanted, next, maker, left - 1);
  }
}

function* satisfyAll<T>(
  conditions: readonly Condition<T>[],
  wanted: boolean,
  draft: Draft,
  maker: Maker<T>,
): Generator<Draft> {
  const [first, ...others] = conditions;
  if (first === undefined) {
    yield draft;
    return;
  }
  for (const next of satisfyCondition(first, wanted, draft, maker))
    yield* satisfyAll(others, wanted, next, maker);
}

function* satisfyAlone<T>(
  subject: Subject,
  wanted: boolean,
  draft: Draft,
  { language, search }: Maker<T>,
): Generator<Draft> {
  if (subject.kind === 'unknown') search.giveUpOn(subject.what);
  else if (subject.kind === 'constant') {
    if (language.holds(subject.value, false) === wanted) yield draft;
  } else if (subject.kind === 'match') {
    yield* satisfyMatch(subject, wanted, draft, search);
  } else {
    const { measure } = subject;
    const test = (value: unknown): boolean =>
      language.holds(value, measure !== undefined) === wanted;
    yield* visit(subject, draft, { test, hints: [] }, search);
    if (!wanted && subject.kind === 'query') yield* emptied(subject, draft);
  }
}

function* satisfyMatch(
  { of, pattern }: MatchSubject,
  wanted: boolean,
  draft: Draft,
  search: Search,
): Generator<Draft> {
  if (of.kind !== 'place' && of.kind !== 'query') {
    search.giveUpOn(pattern);
    return;
  }
  const compiled = patterns.compile(pattern, '');
  const test = (value: unknown): boolean =>
    (typeof value === 'string' && compiled.ok && compiled.value.test(value)) === wanted;
  const hints = textsFor(pattern, '', wanted);
  if (hints.length === 0) search.giveUpOn(`the pattern ${pattern}`);
  yield* visit(of, draft, { test, hints }, search);
}

/** @yields drafts in which what a variable stands for is as wished */
function* visit(
  variable: Variable,
  draft: Draft,
  wish: Omit<Wish, 'measure'>,
  search: Search,
): Generator<Draft> {
  const measure = measureOf(variable);
  for (const { draft: reached, keys } of reachVariable(variable, draft, search)) {
    const candidates = candidatesAt(keys, { ...wish, measure }, reached, search);
    for (const value of candidates) yield withValue(reached, keys, value);
  }
}

/** @yields drafts in which the variable has a place, and that place; for a count that of the counted list */
function* reachVariable(
  variable: Variable,
  draft: Draft,
  search: Search,
): Generator<Reached> {
  if (variable.kind === 'place') {
    yield { draft, keys: variable.keys };
    return;
  }
  const { segments, measure } = variable;
  const guide = guideOf(search);
  if (measure !== 'count') {
    yield* reach({ ...variable, segments }, draft, guide);
    return;
  }
  // The items that are there already are what others are copied from: the first must be counted.
  const counted = segments.slice(0, firstPlural(variable) + 1);
  for (const { draft: grown, keys } of reach(
    { ...variable, segments: counted },
    draft,
    guide,
  ))
    yield { draft: grown, keys: keys.slice(0, -1) };
}

/** @yields drafts without the list that a query looks into */
function* emptied(
  query: Extract<Variable, { kind: 'query' }>,
  draft: Draft,
): Generator<Draft> {
  const at = firstPlural(query);
  const names = query.segments.slice(0, at).map(({ selectors: [selector] }) => {
    return selector?.kind === 'name' ? selector.name : 0;
  });
  const keys = [...query.from, ...names];
  if (Array.isArray(valueIn(draft, keys))) yield withValue(draft, keys, []);
  if (keys.length > 0) yield withValue(draft, keys, undefined);
}

function firstPlural({ segments }: Extract<Variable, { kind: 'query' }>): number {
  const at = segments.findIndex(
    ({ kind, selectors: [selector, ...others] }) =>
      kind === 'descendant' ||
      others.length > 0 ||
      (selector?.kind !== 'name' && selector?.kind !== 'index'),
  );
  return at < 0 ? segments.length : at;
}

/** Gets queries through their filters. */
export function guideOf(search: Search): Guide {
  return {
    search,
    satisfyFilter: (condition, draft, base) =>
      satisfyCondition(condition, true, draft, {
        language: filterLanguage,
        base,
        search,
      }),
  };
}
