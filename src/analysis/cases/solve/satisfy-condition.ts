import type { Condition } from '../../../expressions/index.ts';
import { patterns } from '../sample/patterns.ts';
import { textsFor } from '../text/texts-for.ts';
import { aimsOf } from './aims.ts';
import type { Aim } from './aims.ts';
import type { Draft } from './draft.ts';
import { filterLanguage } from './filter-language.ts';
import type { Base, Language } from './language.ts';
import type { Guide } from './reach.ts';
import { satisfyComparison } from './satisfy-comparison.ts';
import { satisfyTogether } from './satisfy-together.ts';
import type { Search } from './search.ts';
import type { MatchSubject, Subject } from './subject.ts';
import { emptied, visit } from './visit.ts';

/** What it takes to make conditions of a language true or false. */
export interface Maker<T> {
  readonly language: Language<T>;
  readonly base: Base;
  readonly search: Search;
  /** Whether a condition holds in a draft; absent where nobody can say. */
  readonly isMet?: (condition: Condition<T>, draft: Draft) => boolean;
}

/** @yields drafts in which a condition is likely to hold, or not to: the nearest ones first */
export function* satisfyCondition<T>(
  condition: Condition<T>,
  wanted: boolean,
  draft: Draft,
  maker: Maker<T>,
): Generator<Draft> {
  if (maker.isMet?.(condition, draft) === wanted) yield draft;
  const [aim, ...others] = aimsOf(condition, wanted);
  if (aim === undefined) return;
  if (others.length === 0) {
    yield* satisfyAim(aim, draft, maker);
    return;
  }
  yield* satisfyTogether([aim, ...others], draft, {
    ...maker,
    satisfy: (each, before) =>
      satisfyCondition(each.condition, each.wanted, before, maker),
  });
}

function* satisfyAim<T>(
  { condition, wanted }: Aim<T>,
  draft: Draft,
  maker: Maker<T>,
): Generator<Draft> {
  if (condition.kind === 'literal') {
    if (Boolean(condition.value) === wanted) yield draft;
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
      guide: guideOf(maker.search),
      satisfy: (inner, isWanted) => satisfyCondition(inner, isWanted, draft, maker),
    });
  } else if (condition.kind !== 'not') {
    for (const inner of condition.conditions)
      yield* satisfyCondition(inner, wanted, draft, maker);
  }
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
    const test = (value: unknown): boolean =>
      language.holds(value, subject.measure !== undefined) === wanted;
    yield* visit(subject, draft, { test, hints: [] }, guideOf(search));
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
  yield* visit(of, draft, { test, hints }, guideOf(search));
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
