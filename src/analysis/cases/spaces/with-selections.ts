import type { SelectorTemplate, Template } from '../../../expressions/index.ts';
import type { StepDefinition } from '../../../machines/definition.ts';
import type { AnswerSpace } from '../solve/answer-space.ts';
import type { Draft } from '../solve/draft.ts';
import { withValue } from '../solve/draft.ts';
import { satisfyQuery } from '../solve/satisfy-query.ts';
import type { Search } from '../solve/search.ts';
import { xmlTexts } from '../solve/xml-texts.ts';

/** A space whose good example has what the Selector Objects among the outputs select. */
export function withSelections(
  space: AnswerSpace,
  { outputTemplates }: StepDefinition,
): AnswerSpace {
  const selectors = outputTemplates.kind === 'object' ? selectorsIn(outputTemplates) : [];
  const start = selectors.reduce(
    (draft, selector) => withSelection(space, draft, selector),
    space.start,
  );
  return { ...space, start };
}

function selectorsIn(outputs: Extract<Template, { kind: 'object' }>): SelectorTemplate[] {
  return outputs.members.flatMap(([, value]) =>
    value.kind === 'selector' ? [value] : [],
  );
}

function withSelection(
  space: AnswerSpace,
  draft: Draft,
  { context, selector: prepared, source }: SelectorTemplate,
): Draft {
  const subject = space.subjectOf(context);
  const selector = prepared.at(space.scopeOf(draft));
  if (subject.kind !== 'place' || selector === undefined) return draft;
  if (selector.type === 'xpath') {
    const [xml] = xmlTexts(source, true);
    return xml === undefined ? draft : withValue(draft, subject.keys, xml);
  }
  if (selector.type !== 'jsonpath') return draft;
  const test = { kind: 'query' as const, query: selector.query, alsoInArray: false };
  const candidates = satisfyQuery(
    test,
    true,
    { draft, keys: subject.keys },
    searchIn(space),
  );
  for (const candidate of candidates)
    if (space.objectionTo(candidate) === undefined) return candidate;
  return draft;
}

function searchIn(space: AnswerSpace): Search {
  return {
    space,
    literals: [],
    goals: [],
    isStrict: true,
    spend: () => true,
    isNew: () => true,
    giveUpOn: () => undefined,
  };
}
