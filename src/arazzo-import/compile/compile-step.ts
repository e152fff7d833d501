import { defined } from '../defined.ts';
import type { ActionPlan, StepPlan, WorkflowReference } from '../plan.ts';
import { waitActor } from './actor-names.ts';
import type { ActorNames } from './actor-names.ts';
import { compileHelpers } from './compile-helpers.ts';
import { compileStepCall } from './compile-step-call.ts';
import type {
  CompileOptions,
  StateConfig,
  StepMeta,
  TransitionConfig,
} from './config.ts';
import { nameInnerStates } from './inner-states.ts';
import type { InnerStates } from './inner-states.ts';
import type { Plans } from './reachable-workflows.ts';
import { answerTransitions, errorTransitions } from './transitions.ts';

/** How a step finds its way: everything outside it that its transitions name. */
export interface StepSurroundings {
  /** The target of a step, of another workflow, or of a way to end. */
  readonly targetOf: (place: Place) => string;
  /** The target after the step when it succeeds and no action says otherwise. */
  readonly next: string;
  readonly stateKey: string;
  readonly actorNames: ActorNames;
  /** All steps of the workflow: a retry may run one of them alone. */
  readonly steps: readonly StepPlan[];
  readonly plans: Plans;
  readonly options: CompileOptions;
  /** The states within the step's own. */
  readonly inner: InnerStates;
}

/** Where a transition can lead. */
type Place =
  | { readonly stepId: string }
  | { readonly workflow: WorkflowReference }
  | { readonly final: 'completed' | 'ended' | 'failed' };

/** Compiles a step into its state: one that calls, or one that calls and waits. */
export function compileStep(
  step: StepPlan,
  outer: Omit<StepSurroundings, 'inner'>,
): StateConfig {
  const inner = nameInnerStates(step, outer.steps, outer.plans);
  const surroundings: StepSurroundings = { ...outer, inner };
  const { actorNames, options } = outer;
  const { description } = step;
  const meta = toStepMeta(step, options);
  const always = checkNeeds(step, surroundings);
  const { first, others } = compileStepCall(step, {
    actorNames,
    options,
    closure: inner.closure,
    keyOf: inner.keyOf,
    id: outer.stateKey,
    onDone: answerTransitions(step, surroundings),
    onError: errorTransitions(step, surroundings),
  });
  const waits = comesBack(step);
  if (!waits && inner.closure.length === 0) {
    const { entry, invoke } = first;
    return defined({ description, meta, always, entry, invoke });
  }
  const helpers = compileHelpers(step, surroundings);
  const waiting = waits ? { waiting: compileWait(step, surroundings) } : {};
  const states = { calling: first, ...others, ...helpers, ...waiting };
  return defined({ description, meta, always, initial: 'calling', states });
}

/** A step whose `dependsOn` has not run is not called, and what it needs is not run for it (B-DEP-01). */
function checkNeeds(
  { stepId, needs }: StepPlan,
  { targetOf }: StepSurroundings,
): readonly TransitionConfig[] | undefined {
  if (needs === undefined) return undefined;
  return [
    {
      guard: { type: 'needsMore', params: { needs } },
      target: targetOf({ final: 'failed' }),
      actions: [{ type: 'recordFailure', params: { kind: 'dependency', stepId, needs } }],
      description: 'a step that it depends on has not run',
    },
  ];
}

/** Whether a step can come back to itself, by polling or by a retry. */
function comesBack(step: StepPlan): boolean {
  const leadsBack = (action: ActionPlan): boolean =>
    action.type === 'retry' ||
    (action.type === 'goto' &&
      action.target.kind === 'step' &&
      action.target.stepId === step.stepId);
  return step.onSuccess.some(leadsBack) || step.onFailure.some(leadsBack);
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

function toStepMeta(
  step: StepPlan,
  { successWithoutCriteria }: CompileOptions,
): StepMeta {
  const { call } = step;
  const documented = call.kind === 'operation' ? call.documentedStatuses : undefined;
  return defined({
    stepId: step.stepId,
    operation: call.kind === 'operation' ? call.operation : undefined,
    workflow: call.kind === 'workflow' ? call.workflow : undefined,
    channel: call.kind === 'message' ? call.channel : undefined,
    successCriteria: step.successCriteria,
    acceptedStatuses:
      successWithoutCriteria === 'always'
        ? ['default']
        : successWithoutCriteria === 'documented'
          ? documented
          : undefined,
    onSuccess: step.onSuccess.map((action) => action.name),
    onFailure: step.onFailure.map((action) => action.name),
    outputs: step.outputs,
  });
}
