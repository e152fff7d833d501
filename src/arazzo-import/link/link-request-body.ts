import type { PayloadReplacement, RequestBody } from '../document.ts';
import type { ReplacementPlan, RequestBodyPlan } from '../plan.ts';
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
  return {
    ...(contentType === undefined ? {} : { contentType }),
    ...(payload === undefined ? {} : { payload }),
    ...(linked.length === 0 ? {} : { replacements: linked }),
  };
}

function linkReplacement(
  context: WorkflowContext,
  { target, value, targetSelectorType, path }: PayloadReplacement,
  contentType = 'application/json',
): readonly ReplacementPlan[] {
  const pointer =
    targetSelectorType === undefined || targetSelectorType === 'jsonpointer';
  if (!pointer || /[/+]xml(?:;|$)/iu.test(contentType)) {
    context.report({
      code: 'UNSUPPORTED_REPLACEMENT',
      path: `${path}/target`,
      message: `The replacement of "${target}" needs XPath or JSONPath, which cannot be done here yet.`,
      hint: 'Use a JSON Pointer into a JSON payload.',
    });
    return [];
  }
  if (target !== '' && !target.startsWith('/')) {
    context.report({
      code: 'INVALID_VALUE',
      path: `${path}/target`,
      message: `The replacement target "${target}" is not a JSON Pointer.`,
      hint: `Write "/${target}", or "" for the whole payload.`,
    });
    return [];
  }
  checkTemplate(context, value, `${path}/value`);
  return [{ target, value }];
}
