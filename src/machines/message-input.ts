import type { MessageTemplate } from '../arazzo-import/compile/config.ts';
import { evaluateTemplate } from '../expressions/index.ts';
import type { Scope } from '../expressions/index.ts';
import type { Definition, StepDefinition } from './definition.ts';
import type { MessageInput } from './message-actor.ts';
import { toEvaluatedRequest } from './request.ts';
import { scopeOf } from './scope.ts';
import { tokenOf } from './token-of.ts';
import type { WorkflowContext } from './types.ts';

/** What the actor of a channel is given: a step's message with its expressions evaluated. */
export function toMessageInput(
  definition: Definition,
  template: MessageTemplate,
  context: WorkflowContext,
): MessageInput {
  const { stepId, action, channel, timeout } = template;
  const step = definition.step(stepId);
  const scope = scopeOf(definition, context);
  const { parameters, requestBody, problems = [] } = toEvaluatedRequest(step, scope);
  const headers = parameters.filter(({ in: place }) => place === 'header');
  const others = parameters.filter(({ in: place }) => place !== 'header');
  const shared = {
    stepId,
    channel,
    parameters: toValues(others),
    ...(timeout === undefined ? {} : { timeout }),
  };
  if (action === 'receive')
    return { ...shared, action, ...toCorrelation(step, template, scope) };
  const contentType = requestBody?.contentType;
  return {
    ...shared,
    action,
    message: { headers: toValues(headers), payload: requestBody?.payload },
    ...(contentType === undefined ? {} : { contentType }),
    idempotencyToken: tokenOf(context, stepId),
    ...(problems.length === 0 ? {} : { problems }),
  };
}

/** Without its id every message would count, or none: the step cannot be what was meant. */
function toCorrelation(
  { correlationTemplate }: StepDefinition,
  { correlationLocation: location }: MessageTemplate,
  scope: Scope,
): Pick<Extract<MessageInput, { action: 'receive' }>, 'correlation' | 'problems'> {
  if (correlationTemplate === undefined) return {};
  const id = evaluateTemplate(correlationTemplate, scope) ?? null;
  if (id === null) return { problems: ['The correlationId resolves to nothing.'] };
  return { correlation: { id, ...(location === undefined ? {} : { location }) } };
}

function toValues(
  parameters: readonly { readonly name: string; readonly value: unknown }[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
}
