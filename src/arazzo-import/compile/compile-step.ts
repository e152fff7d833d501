import type { OperationReference } from '../../services/service.ts';
import { defined } from '../defined.ts';
import type { StepPlan } from '../plan.ts';
import { waitActor } from './actor-names.ts';
import { answerTransitions, errorTransitions } from './transitions.ts';
import type {
  CallTemplate,
  CompileOptions,
  InvokeConfig,
  StateConfig,
  StepMeta,
} from './config.ts';

/** How a step finds its way: everything outside it that its transitions name. */
export interface StepSurroundings {
  /** The target of a step, or of a way to end. */
  readonly targetOf: (
    place:
      { readonly stepId: string } | { readonly final: 'completed' | 'ended' | 'failed' },
  ) => string;
  /** The target after the step when it succeeds and no action says otherwise. */
  readonly next: string;
  readonly stateKey: string;
  readonly actorName: (operation: OperationReference) => string;
  readonly options: CompileOptions;
}

/** Compiles a step into its state: one that calls, or one that calls and waits. */
export function compileStep(step: StepPlan, surroundings: StepSurroundings): StateConfig {
  const shared = defined({ description: step.description, meta: toStepMeta(step) });
  const calling = {
    entry: [{ type: 'beginCall' as const, params: { stepId: step.stepId } }],
    invoke: compileCall(step, surroundings),
  };
  if (!comesBack(step)) return { ...shared, ...calling };
  return {
    ...shared,
    initial: 'calling',
    states: { calling, waiting: compileWait(step, surroundings) },
  };
}

/** Whether a step can come back to itself, by polling or by a retry. */
function comesBack(step: StepPlan): boolean {
  return [...step.onSuccess, ...step.onFailure].some(
    (action) =>
      action.type === 'retry' ||
      (action.type === 'goto' && action.target.stepId === step.stepId),
  );
}

function compileCall(step: StepPlan, surroundings: StepSurroundings): InvokeConfig {
  return {
    id: surroundings.stateKey,
    src: surroundings.actorName(step.call.operation),
    input: toCallTemplate(step, surroundings.options),
    onDone: answerTransitions(step, surroundings),
    onError: errorTransitions(step, surroundings),
  };
}

function toCallTemplate(step: StepPlan, options: CompileOptions): CallTemplate {
  const { operation, parameters, requestBody } = step.call;
  const timeout = step.timeout ?? options.stepTimeout;
  return defined({ stepId: step.stepId, operation, parameters, requestBody, timeout });
}

function compileWait(step: StepPlan, { stateKey }: StepSurroundings): StateConfig {
  return {
    invoke: {
      id: `${stateKey}.wait`,
      src: waitActor,
      input: { stepId: step.stepId },
      onDone: [{ target: 'calling' }],
    },
  };
}

function toStepMeta(step: StepPlan): StepMeta {
  return {
    stepId: step.stepId,
    operation: step.call.operation,
    successCriteria: step.successCriteria,
    onSuccess: step.onSuccess.map((action) => action.name),
    onFailure: step.onFailure.map((action) => action.name),
    outputs: step.outputs,
  };
}
