import {
  applyReplacements,
  evaluateJsonText,
  evaluateTemplate,
} from '../expressions/index.ts';
import type { Replaced, Replacement, Scope, Template } from '../expressions/index.ts';
import type {
  OperationParameter,
  OperationReference,
  OperationRequest,
} from '../services/service.ts';
import type { ReplacementTemplate, StepDefinition } from './definition.ts';

/** A request before it has a token. */
interface EvaluatedRequest extends Pick<OperationRequest, 'parameters' | 'requestBody'> {
  /** Why it cannot be sent. */
  readonly problems?: readonly string[];
}

/** A step's request with its expressions evaluated; what resolves to nothing is left out. */
export function toOperationRequest(
  step: StepDefinition,
  scope: Scope,
): EvaluatedRequest & { readonly operation: OperationReference } {
  return {
    operation: step.operation ?? { source: '' },
    ...toEvaluatedRequest(step, scope),
  };
}

/** The parameters and the body of a step that calls an operation or a channel. */
export function toEvaluatedRequest(step: StepDefinition, scope: Scope): EvaluatedRequest {
  const { problems, ...body } = toRequestBody(step, scope);
  return {
    parameters: toParameters(step, scope),
    ...body,
    ...(problems.length === 0
      ? {}
      : { problems: problems.map(({ message }) => message) }),
  };
}

function toParameters(step: StepDefinition, scope: Scope): readonly OperationParameter[] {
  const declared = 'workflow' in step.call ? [] : step.call.parameters;
  const parameters: OperationParameter[] = [];
  for (const [index, template] of step.parameterTemplates.entries()) {
    const value = evaluateTemplate(template, scope);
    const parameter = declared[index];
    if (parameter === undefined || value === undefined) continue;
    const { name, in: place } = parameter;
    parameters.push({ name, in: place as OperationParameter['in'], value });
  }
  return parameters;
}

function toRequestBody(
  { call, payloadTemplate, replacementTemplates }: StepDefinition,
  scope: Scope,
): Pick<OperationRequest, 'requestBody'> & Pick<Replaced, 'problems'> {
  if (payloadTemplate === undefined) return { problems: [] };
  const { contentType } = ('workflow' in call ? undefined : call.requestBody) ?? {};
  const evaluated = evaluatePayload(payloadTemplate, scope, contentType);
  if (replacementTemplates.length === 0)
    return { requestBody: withType(contentType, evaluated), problems: [] };
  const replacements = replacementTemplates.map((template) =>
    toReplacement(template, scope),
  );
  const target = isJson(contentType) ? parseText(evaluated) : evaluated;
  const { payload, problems } = applyReplacements(target, replacements);
  return { requestBody: withType(contentType, payload), problems };
}

function toReplacement(
  { target, selector, value: template }: ReplacementTemplate,
  scope: Scope,
): Replacement {
  const value = evaluateTemplate(template, scope);
  return selector === undefined
    ? { pointer: target, value }
    : { target, selector: selector.at(scope), value };
}

function evaluatePayload(
  template: Template,
  scope: Scope,
  contentType: string | undefined,
): unknown {
  return template.kind === 'text' && isJson(contentType)
    ? evaluateJsonText(template, scope)
    : evaluateTemplate(template, scope);
}

/** JSON that is given as text has to be read before something in it can be replaced. */
function parseText(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return payload;
  }
}

function withType(
  contentType: string | undefined,
  payload: unknown,
): NonNullable<OperationRequest['requestBody']> {
  return { ...(contentType === undefined ? {} : { contentType }), payload };
}

/** Whether a body is JSON; one that does not say is taken for it. */
function isJson(contentType = 'application/json'): boolean {
  return /[/+](?:x-amz-)?json(?:-|\s*;|$)/iu.test(contentType);
}
