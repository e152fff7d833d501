import type { AnyActorRef } from 'xstate';
import type { InvokeConfig, MessageTemplate } from '../arazzo-import/compile/config.ts';
import { evaluateTemplate } from '../expressions/index.ts';
import { nowOf } from './clock.ts';
import type { StepDefinition } from './definition.ts';
import type { MachineEnvironment } from './environment.ts';
import { toIdempotencyToken } from './idempotency-token.ts';
import type { MessageInput } from './message-actor.ts';
import type { OperationInput } from './operation-actor.ts';
import { toEvaluatedRequest, toOperationRequest } from './request.ts';
import { scopeOf } from './scope.ts';
import { stepRecord } from './step-record.ts';
import type { WorkflowCall, WorkflowContext } from './types.ts';
import type { WaitInput } from './wait-actor.ts';
import { toWorkflowCall } from './workflow-call.ts';

/** What XState gives to the function that makes the input of an actor. */
interface InputArguments {
  readonly context: WorkflowContext;
  readonly self: AnyActorRef;
}

type ActorInput = WaitInput | OperationInput | WorkflowCall | MessageInput;

/** Gives you the function that makes the input of an actor from its template in the config. */
export function createActorInput(
  environment: MachineEnvironment,
  { input }: InvokeConfig,
): (args: InputArguments) => ActorInput {
  if ('milliseconds' in input)
    return ({ self }) => ({ until: nowOf(self) + input.milliseconds });
  if ('limitOf' in input) return ({ context }) => ({ until: context.deadline ?? 0 });
  if ('workflow' in input)
    return ({ context }) => toWorkflowCall(environment, input, context);
  const { definition } = environment;
  if ('channel' in input) {
    const step = definition.step(input.stepId);
    return ({ context }) => toMessageInput(environment, step, input, context);
  }
  if (!('operation' in input))
    return ({ context }) => ({ until: context.wait?.until ?? 0 });
  const step = definition.step(input.stepId);
  return ({ context }) => ({
    stepId: step.stepId,
    ...toOperationRequest(step, scopeOf(definition, context)),
    idempotencyToken: tokenFor(context, step),
    ...(input.timeout === undefined ? {} : { timeout: input.timeout }),
  });
}

function tokenFor(context: WorkflowContext, { stepId }: StepDefinition): string {
  const visits = stepRecord(context, stepId)?.visits ?? 1;
  return toIdempotencyToken(context.runId, stepId, visits);
}

function toMessageInput(
  { definition }: MachineEnvironment,
  step: StepDefinition,
  { action, channel, timeout, correlationLocation: location }: MessageTemplate,
  context: WorkflowContext,
): MessageInput {
  const scope = scopeOf(definition, context);
  const { parameters, requestBody, problems } = toEvaluatedRequest(step, scope);
  const valuesIn = (isHeader: boolean): Record<string, unknown> =>
    Object.fromEntries(
      parameters
        .filter((parameter) => (parameter.in === 'header') === isHeader)
        .map(({ name, value }) => [name, value]),
    );
  const shared = {
    stepId: step.stepId,
    channel,
    parameters: valuesIn(false),
    ...(timeout === undefined ? {} : { timeout }),
    ...(problems === undefined ? {} : { problems }),
  };
  if (action === 'receive') {
    const id =
      step.correlationTemplate && evaluateTemplate(step.correlationTemplate, scope);
    const correlation = { id, ...(location === undefined ? {} : { location }) };
    return { ...shared, action, ...(id === undefined ? {} : { correlation }) };
  }
  const contentType = requestBody?.contentType;
  return {
    ...shared,
    action,
    message: { headers: valuesIn(true), payload: requestBody?.payload },
    ...(contentType === undefined ? {} : { contentType }),
    idempotencyToken: tokenFor(context, step),
  };
}
