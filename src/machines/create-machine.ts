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
  PlanHandoverParams,
  RecordWorkflowParams,
  StateConfig,
  WorkflowConfig,
} from '../arazzo-import/compile/config.ts';
import { beginCall, planWait, recordAnswer, recordFailure } from './actions.ts';
import type { ActionArguments } from './actions.ts';
import { createActorInput } from './actor-inputs.ts';
import { callsAsEvents } from './calls-as-events.ts';
import type { MachineEnvironment } from './environment.ts';
import { createGuards } from './guards.ts';
import { createMessageLogic } from './message-actor.ts';
import { createOperationLogic } from './operation-actor.ts';
import { missingWorkflow } from './missing-workflow.ts';
import { answerScope } from './outcome.ts';
import { recordWorkflow } from './record-workflow.ts';
import { createContext, toOutput } from './run.ts';
import type { JsonRecord, WorkflowContext, WorkflowOutput } from './types.ts';
import { createWaitLogic } from './wait-actor.ts';
import { invokesIn, invokesOf } from './walk-config.ts';
import { planHandover } from './workflow-call.ts';

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

/** Adds to the config what JSON cannot hold, and implements the names in it. */
export function createWorkflowMachine(environment: MachineEnvironment): WorkflowMachine {
  const { config } = environment.definition;
  const machine = setup({
    actors: createActors(environment),
    guards: createGuards(environment) as Record<string, () => boolean>,
    actions: createActions(environment) as Record<string, () => void>,
  });
  const implemented = {
    ...config,
    ...(config.invoke && toCalls(config, environment)),
    states: mapValues(config.states, (state) => withInputs(state, environment)),
    context: ({ input }: { readonly input?: object }) =>
      createContext(environment, input),
    output: ({ context, event }: OutputArguments) =>
      toOutput(environment, context, event.output),
  };
  return machine.createMachine(implemented as never) as unknown as WorkflowMachine;
}

interface OutputArguments {
  readonly context: WorkflowContext;
  readonly event: { readonly output?: StateConfig['output'] };
}

/**
 * The actors by the names in the config. The machines of other workflows are made when they are first
 * needed: workflows may call each other in a circle.
 */
function createActors(environment: MachineEnvironment): Record<string, AnyActorLogic> {
  const { definition, serviceOf, messageServiceOf, machineOf } = environment;
  const operation = createOperationLogic(serviceOf);
  const message = createMessageLogic(messageServiceOf);
  const actors: Record<string, AnyActorLogic> = { [waitActor]: createWaitLogic() };
  for (const { src, input } of invokesIn(definition.config)) {
    if ('operation' in input) actors[src] = operation;
    else if ('channel' in input) actors[src] = message;
    else if ('workflow' in input) {
      const { key } = input.workflow;
      Object.defineProperty(actors, src, {
        enumerable: true,
        configurable: true,
        get: () => machineOf(key) ?? missingWorkflow(src, key),
      });
    }
  }
  return actors;
}

function createActions(environment: MachineEnvironment): Record<string, unknown> {
  return {
    beginCall: assign((args, params) => beginCall(args as never, params as never)),
    recordAnswer: assign((args, params) =>
      recordAnswer(environment, args as unknown as ActionArguments, params as never),
    ),
    recordWorkflow: assign((args, params) => {
      const { workflow: key, reason } = params as unknown as RecordWorkflowParams;
      const ended = args as unknown as ActionArguments;
      return recordWorkflow(environment, ended, { key, reason });
    }),
    planWait: assign((args, params) =>
      planWait(environment, args as unknown as ActionArguments, params as never),
    ),
    planHandover: assign((args, params) => {
      const planned = params as unknown as PlanHandoverParams;
      const answered = args as unknown as ActionArguments;
      const step = environment.definition.step(planned.stepId);
      const scope = answerScope(environment, answered, step);
      return planHandover(environment, answered.context, scope, planned);
    }),
    recordFailure: assign((args, params) =>
      recordFailure(environment, args as unknown as ActionArguments, params as never),
    ),
  };
}

/** The functions that make the inputs of actors; what needs none stays the state that it is. */
function withInputs(state: StateConfig, environment: MachineEnvironment): object {
  if (state.states !== undefined) {
    const states = mapValues(state.states, (child) => withInputs(child, environment));
    return state.invoke === undefined
      ? { ...state, states }
      : { ...state, states, ...toCalls(state, environment) };
  }
  if (state.invoke === undefined) return state;
  return { ...state, ...toCalls(state, environment) };
}

function toCalls(
  state: WorkflowConfig | StateConfig,
  environment: MachineEnvironment,
): object {
  return environment.isExplored === true
    ? { invoke: undefined, on: callsAsEvents(state) }
    : { invoke: toInvokes(state, environment) };
}

function toInvokes(
  state: WorkflowConfig | StateConfig,
  environment: MachineEnvironment,
): object {
  const invokes = invokesOf(state).map((invoke) => ({
    ...invoke,
    input: createActorInput(environment, invoke),
  }));
  const [only] = invokes;
  return invokes.length === 1 && only !== undefined ? only : invokes;
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  const changed: Record<string, Result> = {};
  for (const key of Object.keys(record)) changed[key] = change(record[key] as Value);
  return changed;
}
