import type { SelectorTemplate, Template } from '../../../expressions/index.ts';
import type { StepDefinition } from '../../../machines/definition.ts';
import type { AnswerSpace, XmlSelection } from '../solve/answer-space.ts';
import type { Draft } from '../solve/draft.ts';
import { withValue } from '../solve/draft.ts';
import { satisfyQuery } from '../solve/satisfy-query.ts';
import type { Search } from '../solve/search.ts';
import { conjunction, selectedAt, xmlTexts } from '../solve/xml-texts.ts';

/** A space whose good example has what the Selector Objects among the outputs select. */
export function withSelections(
  space: AnswerSpace,
  { outputTemplates }: StepDefinition,
): AnswerSpace {
  const selectors = outputTemplates.kind === 'object' ? selectorsIn(outputTemplates) : [];
  const selections = selectors.flatMap((selector) => xmlSelection(space, selector));
  const start = selectors.reduce(
    (draft, selector) => withSelection(space, draft, selector),
    withXml(space.start, selections),
  );
  return { ...space, start, ...(selections.length === 0 ? {} : { selections }) };
}

function selectorsIn(outputs: Extract<Template, { kind: 'object' }>): SelectorTemplate[] {
  return outputs.members.flatMap(([, value]) =>
    value.kind === 'selector' ? [value] : [],
  );
}

function xmlSelection(
  space: AnswerSpace,
  { context, selector, source }: SelectorTemplate,
): readonly XmlSelection[] {
  const subject = space.subjectOf(context);
  const isXml = selector.at(space.scopeOf(space.start))?.type === 'xpath';
  return isXml && subject.kind === 'place'
    ? [{ keys: subject.keys, expression: source }]
    : [];
}

/** All that is selected of one text has to be in it at once. */
function withXml(draft: Draft, selections: readonly XmlSelection[]): Draft {
  return selections.reduce((before, { keys }) => {
    const [xml] = xmlTexts(conjunction(selectedAt(selections, keys)), true);
    return xml === undefined ? before : withValue(before, keys, xml);
  }, draft);
}

function withSelection(
  space: AnswerSpace,
  draft: Draft,
  { context, selector: prepared }: SelectorTemplate,
): Draft {
  const subject = space.subjectOf(context);
  const selector = prepared.at(space.scopeOf(draft));
  if (subject.kind !== 'place' || selector?.type !== 'jsonpath') return draft;
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
