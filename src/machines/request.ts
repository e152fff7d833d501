import { applyReplacements, evaluateJsonText, evaluateTemplate } from '../expressions/index.ts';
import type { Scope } from '../expressions/index.ts';
import type { OperationParameter, OperationRequest } from '../services/service.ts';
import type { StepDefinition } from './definition.ts';

/** A step's request with its expressions evaluated; what resolves to nothing is left out. */
export function toOperationRequest(
  step: StepDefinition,
  scope: Scope,
): Omit<OperationRequest, 'idempotencyToken'> {
  const body = toRequestBody(step, scope);
  return {
    operation: step.call.operation,
    parameters: toParameters(step, scope),
    ...(body === undefined ? {} : { requestBody: body }),
  };
}

function toParameters(step: StepDefinition, scope: Scope): readonly OperationParameter[] {
  const values = step.parameterTemplates.map((template) => evaluateTemplate(template, scope));
  return step.call.parameters.flatMap(({ name, in: place }, index) =>
    values[index] === undefined
      ? []
      : [{ name, in: place as OperationParameter['in'], value: values[index] }],
  );
}

function toRequestBody(
  { call, payloadTemplate, replacementTemplates }: StepDefinition,
  scope: Scope,
): OperationRequest['requestBody'] {
  if (payloadTemplate === undefined) return undefined;
  const { contentType, payload } = call.requestBody ?? {};
  const evaluated =
    typeof payload === 'string' && isJson(contentType)
      ? evaluateJsonText(payloadTemplate, scope)
      : evaluateTemplate(payloadTemplate, scope);
  const replacements = replacementTemplates.map(({ pointer, value }) => ({
    pointer,
    value: evaluateTemplate(value, scope),
  }));
  return {
    ...(contentType === undefined ? {} : { contentType }),
    payload: replacements.length === 0 ? evaluated : applyReplacements(evaluated, replacements),
  };
}

/** Whether a body is JSON; one that does not say is taken for it. */
function isJson(contentType = 'application/json'): boolean {
  return /[/+](?:x-amz-)?json(?:-|;|$)/iu.test(contentType);
}
