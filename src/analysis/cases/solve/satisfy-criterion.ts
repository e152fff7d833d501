import { evaluateCriterion } from '../../../expressions/index.ts';
import type {
  CriterionProgram,
  JsonPathProgram,
  RegexProgram,
  XPathProgram,
} from '../../../expressions/index.ts';
import { evaluateCondition } from '../../../expressions/criteria/evaluate-condition.ts';
import { laxSemantics } from '../../../expressions/criteria/lax-semantics.ts';
import { simpleSemantics } from '../../../expressions/criteria/simple-semantics.ts';
import { toText } from '../../../expressions/templates/to-text.ts';
import { textsFor } from '../text/texts-for.ts';
import { conjunction, selectedAt, xmlTexts } from './xml-texts.ts';
import { candidatesAt } from './candidates.ts';
import { conditionText } from './condition-text.ts';
import { valueIn, withValue } from './draft.ts';
import type { Draft, Keys } from './draft.ts';
import { fragmentsOf } from './json-fragments.ts';
import { laxLanguage } from './lax-language.ts';
import { reach } from './reach.ts';
import { guideOf, satisfyCondition } from './satisfy-condition.ts';
import { satisfyQuery } from './satisfy-query.ts';
import type { CriterionGoal, Search } from './search.ts';
import { simpleLanguage } from './simple-language.ts';

/** @yields drafts in which a criterion holds, or does not: by the evaluator of the machine */
export function* satisfyCriterion(
  { program, wanted }: Pick<CriterionGoal, 'program' | 'wanted'>,
  draft: Draft,
  search: Search,
): Generator<Draft> {
  const isRight = (candidate: Draft): boolean =>
    evaluateCriterion(program, search.space.scopeOf(candidate)) === wanted;
  if (isRight(draft)) yield draft;
  for (const candidate of likelyDrafts({ program, wanted }, draft, search)) {
    if (!search.spend()) return;
    if (candidate !== draft && isRight(candidate)) yield candidate;
  }
}

function* likelyDrafts(
  { program, wanted }: Pick<CriterionGoal, 'program' | 'wanted'>,
  draft: Draft,
  search: Search,
): Generator<Draft> {
  if (program.type === 'invalid') return;
  if (program.type === 'simple') {
    const base = { root: [], current: [] };
    const { space } = search;
    yield* satisfyCondition(program.ast, wanted, draft, {
      language: simpleLanguage(space),
      base,
      search,
      isMet: (condition, candidate) =>
        evaluateCondition(condition, simpleSemantics, space.scopeOf(candidate)),
    });
    return;
  }
  for (const context of contextsOf(program, draft, search)) {
    if (program.type === 'regex') yield* matching(program, wanted, context, search);
    else if (program.type === 'xpath') yield* inXml(program, wanted, context, search);
    else yield* inJson(program, wanted, context, search);
    // What is not there meets no criterion.
    if (!wanted) yield withValue(context.draft, context.keys, undefined);
  }
}

interface Context {
  readonly draft: Draft;
  readonly keys: Keys;
}

/** @yields where the context of a criterion may stand; nowhere when the answer does not decide it */
function* contextsOf(
  { context }: Exclude<CriterionProgram, { type: 'simple' | 'invalid' }>,
  draft: Draft,
  search: Search,
): Generator<Context> {
  const subject = search.space.subjectOf(context);
  if (subject.kind === 'place') yield { draft, keys: subject.keys };
  else if (subject.kind === 'query') yield* reach(subject, draft, guideOf(search));
  else if (subject.kind !== 'constant') search.giveUpOn(context.text);
}

function* inJson(
  { test: prepared }: JsonPathProgram,
  wanted: boolean,
  { draft, keys }: Context,
  search: Search,
): Generator<Draft> {
  const test = prepared.at(search.space.scopeOf(draft));
  if (test === undefined) return;
  const present = valueIn(draft, keys) === undefined ? withValue(draft, keys, {}) : draft;
  if (test.kind === 'query') {
    yield* satisfyQuery(test, wanted, { draft: present, keys }, search);
    return;
  }
  const base = { root: keys, current: keys };
  yield* satisfyCondition(test.ast, wanted, present, {
    language: laxLanguage(test),
    base,
    search,
    isMet: (condition, candidate) =>
      evaluateCondition(condition, laxSemantics, {
        root: valueIn(candidate, keys),
        queries: test.queries,
      }),
  });
}

function* matching(
  { condition, regex }: RegexProgram,
  wanted: boolean,
  { draft, keys }: Context,
  search: Search,
): Generator<Draft> {
  const scope = search.space.scopeOf(draft);
  const compiled = regex.at(scope);
  if (compiled === undefined) return;
  const text = conditionText(condition, regex.expressions, scope);
  const [, pattern = text, flags = ''] = /^\/(.+)\/([dgimsuvy]*)$/su.exec(text) ?? [];
  const texts = textsFor(pattern, flags, wanted);
  if (texts.length === 0) search.giveUpOn(`the pattern ${pattern}`);
  const test = (value: unknown): boolean =>
    value !== undefined && value !== null && compiled.test(toText(value)) === wanted;
  const hints = [...texts, ...fragmentsOf(texts, valueIn(draft, keys))];
  for (const value of candidatesAt(keys, { test, hints }, draft, search))
    yield withValue(draft, keys, value);
}

/** @yields all XPath criteria about one text are met together */
function* inXml(
  program: XPathProgram,
  wanted: boolean,
  { draft, keys }: Context,
  search: Search,
): Generator<Draft> {
  const scope = search.space.scopeOf(draft);
  const together = search.goals.filter(
    (goal) =>
      goal.program.type === 'xpath' &&
      goal.program !== program &&
      goal.program.context.text === program.context.text,
  );
  const own = { program, wanted };
  const all = [own, ...together].map((goal) => {
    const { condition, xpath } = goal.program as XPathProgram;
    const text = conditionText(condition, xpath.expressions, scope);
    return goal.wanted ? text : `not(${text})`;
  });
  const alone = conditionText(program.condition, program.xpath.expressions, scope);
  const selected = selectedAt(search.space.selections ?? [], keys);
  const texts = [
    ...(selected.length === 0 ? [] : xmlTexts(conjunction([...all, ...selected]), true)),
    ...(together.length === 0 ? [] : xmlTexts(conjunction(all), true)),
    ...xmlTexts(alone, wanted),
  ];
  if (texts.length === 0) search.giveUpOn(`the XPath ${program.condition}`);
  for (const text of texts) yield withValue(draft, keys, text);
}
