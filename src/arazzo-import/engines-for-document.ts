import {
  enginesForSelector,
  enginesForTemplate,
  enginesNeeded,
  parseSelectorLanguage,
  targetLanguage,
} from '../expressions/index.ts';
import type { EngineName } from '../expressions/index.ts';
import type {
  ArazzoDocument,
  Criterion,
  FailureAction,
  Json,
  Reusable,
  Step,
  SuccessAction,
} from './document.ts';

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
  if (requestBody === undefined) return [];
  const { replacements, contentType } = requestBody;
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
  const found: Criterion[] = [];
  const look = (actions: readonly (SuccessAction | FailureAction | Reusable)[]): void => {
    for (const action of actions)
      if (action.kind !== 'reusable') found.push(...action.criteria);
  };
  for (const { successCriteria, onSuccess, onFailure } of steps) {
    found.push(...successCriteria);
    look(onSuccess);
    look(onFailure);
  }
  for (const { successActions, failureActions } of workflows) {
    look(successActions);
    look(failureActions);
  }
  look(Object.values(components.successActions));
  look(Object.values(components.failureActions));
  return found;
}
