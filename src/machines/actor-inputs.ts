import type { AnyActorRef } from 'xstate';
import type { InvokeConfig } from '../arazzo-import/compile/config.ts';
import { nowOf } from './clock.ts';
import type { MachineEnvironment } from './environment.ts';
import type { MessageInput } from './message-actor.ts';
import { toMessageInput } from './message-input.ts';
import type { OperationInput } from './operation-actor.ts';
import { toOperationRequest } from './request.ts';
import { scopeOf } from './scope.ts';
import { tokenOf } from './token-of.ts';
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
  if ('channel' in input)
    return ({ context }) => toMessageInput(definition, input, context);
  if (!('operation' in input))
    return ({ context }) => ({ until: context.wait?.until ?? 0 });
  const { stepId, timeout } = input;
  return ({ context }) => ({
    stepId,
    ...toOperationRequest(definition.step(stepId), scopeOf(definition, context)),
    idempotencyToken: tokenOf(context, stepId),
    ...(timeout === undefined ? {} : { timeout }),
  });
}
