import { assign, setup } from 'xstate';
import type {
  AnyActorLogic,
  AnyActorRef,
  EventObject,
  MetaObject,
  ParameterizedObject,
  StateMachine,
  StateSchema,
  StateValue,
} from 'xstate';
import { waitActor } from '../arazzo-import/compile/actor-names.ts';
import type {
  InvokeConfig,
  StateConfig,
  WorkflowConfig,
} from '../arazzo-import/compile/config.ts';
import { evaluateTemplate } from '../expressions/index.ts';
import { beginCall, planWait, recordAnswer, recordFailure } from './actions.ts';
import type { ActionArguments } from './actions.ts';
import { nowOf } from './clock.ts';
import type { Definition } from './definition.ts';
import type { MachineEnvironment } from './environment.ts';
import { createGuards } from './guards.ts';
import { toIdempotencyToken } from './idempotency-token.ts';
import { createOperationLogic } from './operation-actor.ts';
import type { OperationInput } from './operation-actor.ts';
import { toOperationRequest } from './request.ts';
import { scopeOf } from './scope.ts';
import { stepRecord } from './step-record.ts';
import type { JsonRecord, WorkflowContext, WorkflowOutput } from './types.ts';
import { createWaitLogic } from './wait-actor.ts';
import type { WaitInput } from './wait-actor.ts';

/** The machine of a workflow: an XState v5 machine like any other. */
export type WorkflowMachine<Inputs = JsonRecord, Outputs = JsonRecord> = StateMachine<
  WorkflowContext<Inputs>,
  EventObject,
  Record<string, AnyActorRef | undefined>,
  // oxlint-disable-next-line typescript/no-explicit-any -- the actors' types are only known at run time
  any,
  ParameterizedObject,
  ParameterizedObject,
  string,
  StateValue,
  string,
  Inputs,
  WorkflowOutput<Outputs>,
  EventObject,
  MetaObject,
  StateSchema
>;

interface InputArguments {
  readonly context: WorkflowContext;
  readonly self: AnyActorRef;
}

/** Adds to the config what JSON cannot hold, and implements the names in it. */
export function createWorkflowMachine(environment: MachineEnvironment): WorkflowMachine {
  const { definition } = environment;
  const machine = setup({
    actors: createActors(environment) as Record<string, AnyActorLogic>,
    guards: createGuards(environment) as Record<string, () => boolean>,
    actions: createActions(environment) as Record<string, () => void>,
  });
  const config = {
    ...definition.config,
    ...withInvoke(definition.config, definition),
    states: mapValues(definition.config.states, (state) => withInputs(state, definition)),
    context: ({ input }: { readonly input?: JsonRecord }) =>
      createContext(environment, input),
    output: ({ context, event }: OutputArguments) => toOutput(definition, context, event),
  };
  return machine.createMachine(config as never) as unknown as WorkflowMachine;
}

/** Called by XState on every pure `transition()` too, with no input: cheap and total. */
function createContext(
  { newRunId }: MachineEnvironment,
  input: JsonRecord = {},
): WorkflowContext {
  return { runId: newRunId(), inputs: input, steps: {}, calls: 0, created: [] };
}

interface OutputArguments {
  readonly context: WorkflowContext;
  readonly event: { readonly output?: { readonly status: WorkflowOutput['status'] } };
}

function toOutput(
  definition: Definition,
  context: WorkflowContext,
  event: OutputArguments['event'],
): unknown {
  const status = event.output?.status ?? 'failed';
  const outputs = evaluateTemplate(definition.outputs, scopeOf(definition, context));
  return status === 'completed'
    ? { status, outputs }
    : { status, outputs, failure: context.failure };
}

function createActors({
  definition,
  serviceOf,
}: MachineEnvironment): Record<string, unknown> {
  const operation = createOperationLogic(serviceOf);
  const operations = definition.steps.map(
    ({ callingState }) => [callingState.invoke?.src ?? '', operation] as const,
  );
  return { ...Object.fromEntries(operations), [waitActor]: createWaitLogic() };
}

function createActions(environment: MachineEnvironment): Record<string, unknown> {
  return {
    beginCall: assign((args, params) => beginCall(args as never, params as never)),
    recordAnswer: assign((args, params) =>
      recordAnswer(environment, args as never, params as never),
    ),
    planWait: assign((args, params) =>
      planWait(environment, args as unknown as ActionArguments, params as never),
    ),
    recordFailure: assign((args, params) =>
      recordFailure(environment, args as never, params as never),
    ),
  };
}

function withInputs(state: StateConfig, definition: Definition): object {
  return {
    ...state,
    ...withInvoke(state, definition),
    ...(state.states === undefined
      ? {}
      : { states: mapValues(state.states, (child) => withInputs(child, definition)) }),
  };
}

function withInvoke(
  { invoke }: WorkflowConfig | StateConfig,
  definition: Definition,
): { readonly invoke?: object } {
  if (invoke === undefined) return {};
  return { invoke: { ...invoke, input: inputOf(invoke, definition) } };
}

function inputOf(
  { input }: InvokeConfig,
  definition: Definition,
): (args: InputArguments) => WaitInput | OperationInput {
  if ('milliseconds' in input)
    return ({ self }) => ({ until: nowOf(self) + input.milliseconds });
  if (!('operation' in input))
    return ({ context }) => ({ until: context.wait?.until ?? 0 });
  const step = definition.step(input.stepId);
  return ({ context }) => ({
    stepId: step.stepId,
    ...toOperationRequest(step, scopeOf(definition, context)),
    idempotencyToken: toIdempotencyToken(
      context.runId,
      step.stepId,
      stepRecord(context, step.stepId)?.visits ?? 1,
    ),
    ...(input.timeout === undefined ? {} : { timeout: input.timeout }),
  });
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value)]),
  );
}
