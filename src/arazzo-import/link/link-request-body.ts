import {
  compileSelector,
  parseSelectorLanguage,
  targetLanguage,
} from '../../expressions/index.ts';
import type { SyntaxProblem } from '../../expressions/index.ts';
import { defined } from '../defined.ts';
import type { Json, PayloadReplacement, RequestBody } from '../document.ts';
import type { ReplacementPlan, RequestBodyPlan } from '../plan.ts';
import { checkReferences } from './check-references.ts';
import { checkTemplate } from './check-template.ts';
import type { WorkflowContext } from './link-workflow.ts';

/** The request body of a step; reports what in it cannot be evaluated. Section 4.6.13. */
export function linkRequestBody(
  context: WorkflowContext,
  { contentType, payload, replacements, path }: RequestBody,
): RequestBodyPlan {
  if (payload !== undefined) checkTemplate(context, payload, `${path}/payload`);
  const linked = replacements.flatMap((replacement) =>
    linkReplacement(context, replacement, contentType),
  );
  const some = linked.length === 0 ? undefined : linked;
  return defined({ contentType, payload, replacements: some });
}

function linkReplacement(
  context: WorkflowContext,
  { target, value, targetSelectorType, path }: PayloadReplacement,
  contentType: string | undefined,
): readonly ReplacementPlan[] {
  checkTemplate(context, value, `${path}/value`);
  const language =
    targetSelectorType === undefined
      ? { ok: true as const, value: targetLanguage(contentType) }
      : parseSelectorLanguage(targetSelectorType as Json);
  if (!language.ok) return []; // reported when it was read
  const selector = compileSelector(target, language.value, context.engines);
  if (!selector.ok) {
    report(context, selector.error, `${path}/target`);
    return [];
  }
  checkReferences(context, selector.value.expressions, `${path}/target`);
  const { type, version } = language.value;
  return [
    { target, value, ...(type === 'jsonpointer' ? {} : defined({ type, version })) },
  ];
}

function report(
  context: WorkflowContext,
  { message, hint }: SyntaxProblem,
  path: string,
): void {
  context.report(defined({ code: 'INVALID_VALUE' as const, path, message, hint }));
}
