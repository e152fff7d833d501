import {
  enginesForSelector,
  enginesForTemplate,
  enginesNeeded,
  parseSelectorLanguage,
  targetLanguage,
} from '../expressions/index.ts';
import type { EngineName } from '../expressions/index.ts';
import type { ArazzoDocument, Criterion, Json, Step } from './document.ts';

/** The engines that the criteria, selectors and replacements of a document need. */
export function enginesForDocument(document: ArazzoDocument): ReadonlySet<EngineName> {
  const steps = document.workflows.flatMap((workflow) => workflow.steps);
  const selectors =
    document.version === '1.0'
      ? []
      : enginesForTemplate([document.workflows, document.components] as unknown as Json);
  return new Set([
    ...enginesNeeded(criteriaOf(document, steps)),
    ...steps.flatMap(enginesForReplacements),
    ...selectors,
  ]);
}

function enginesForReplacements({ requestBody }: Step): readonly EngineName[] {
  const { replacements = [], contentType } = requestBody ?? {};
  return replacements.flatMap(({ target, targetSelectorType }) => {
    if (targetSelectorType === undefined)
      return enginesForSelector(targetLanguage(contentType), target);
    const language = parseSelectorLanguage(targetSelectorType as Json);
    return language.ok ? enginesForSelector(language.value, target) : [];
  });
}

/** Every criterion that stands in the document, whatever refers to it. */
function criteriaOf(
  { workflows, components }: ArazzoDocument,
  steps: readonly Step[],
): readonly Criterion[] {
  const actions = [
    ...workflows.flatMap(({ successActions, failureActions }) => [
      ...successActions,
      ...failureActions,
    ]),
    ...steps.flatMap(({ onSuccess, onFailure }) => [...onSuccess, ...onFailure]),
    ...Object.values(components.successActions),
    ...Object.values(components.failureActions),
  ];
  return [
    ...steps.flatMap(({ successCriteria }) => successCriteria),
    ...actions.flatMap((action) => (action.kind === 'reusable' ? [] : action.criteria)),
  ];
}
