import { defined } from '../defined.ts';
import type { StepPlan, WorkflowReference } from '../plan.ts';
import { waitActor } from './actor-names.ts';
import type { ActorNames } from './actor-names.ts';
import { compileCall } from './compile-call.ts';
import { compileHelpers, helperKeys } from './compile-helpers.ts';
import { compileClosure, invokeFirst } from './compile-workflow-run.ts';
import type { WorkflowRun } from './compile-workflow-run.ts';
import type {
  CompileOptions,
  InvokeConfig,
  StateConfig,
  StepMeta,
  TransitionConfig,
} from './config.ts';
import { gotoClosure } from './reachable-workflows.ts';
import type { Plans } from './reachable-workflows.ts';
import { freeKey, toSafeId } from './state-keys.ts';
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
}

/** Where a transition can lead. */
export type Place =
  | { readonly stepId: string }
  | { readonly workflow: WorkflowReference }
  | { readonly final: 'completed' | 'ended' | 'failed' };

/** Compiles a step into its state: one that calls, or one that calls and waits. */
export function compileStep(step: StepPlan, surroundings: StepSurroundings): StateConfig {
  const shared = defined({
    description: step.description,
    meta: toStepMeta(step, surroundings.options),
    always: checkNeeds(step, surroundings),
  });
  const { first, others } = compileCalls(step, surroundings);
  const entry = [{ type: 'beginCall' as const, params: { stepId: step.stepId } }];
  const calling = { entry, invoke: first };
  const isPlain = !comesBack(step) && Object.keys(others).length === 0;
  if (isPlain) return { ...shared, ...calling };
  return {
    ...shared,
    initial: 'calling',
    states: {
      calling,
      ...others,
      ...compileHelpers(step, surroundings),
      ...(comesBack(step) ? { waiting: compileWait(step, surroundings) } : {}),
    },
  };
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
  return [...step.onSuccess, ...step.onFailure].some(
    (action) =>
      action.type === 'retry' ||
      (action.type === 'goto' &&
        action.target.kind === 'step' &&
        action.target.stepId === step.stepId),
  );
}

interface Calls {
  readonly first: NonNullable<StateConfig['invoke']>;
  /** The states of the workflows that a called one may go on as. */
  readonly others: Record<string, StateConfig>;
}

function compileCalls(step: StepPlan, surroundings: StepSurroundings): Calls {
  const { call } = step;
  if (call.kind !== 'workflow') {
    const invoke = {
      ...compileCall(step, surroundings.stateKey, surroundings),
      onDone: answerTransitions(step, surroundings),
      onError: errorTransitions(step, surroundings),
    };
    return { first: invoke, others: {} };
  }
  const run = toWorkflowRun(step, call, surroundings);
  const invoke = invokeFirst(run);
  const limit = timeLimit(step, surroundings);
  return {
    first: limit === undefined ? invoke : [invoke, limit],
    others: Object.fromEntries(
      Object.entries(compileClosure(run)).map(([key, state]) => [
        key,
        limit === undefined ? state : { ...state, ...withLimit(state, limit) },
      ]),
    ),
  };
}

function toWorkflowRun(
  step: StepPlan,
  { workflow, inputs }: Extract<StepPlan['call'], { kind: 'workflow' }>,
  surroundings: StepSurroundings,
): WorkflowRun {
  const { plans, actorNames, stateKey } = surroundings;
  const closure = gotoClosure([workflow], plans);
  const taken = new Set(['calling', 'waiting', ...helperKeys(step).values()]);
  const keys = new Map<string, string>();
  for (const { key } of closure) {
    keys.set(key, freeKey(toSafeId(key), taken));
    taken.add(keys.get(key) ?? '');
  }
  const keyOf = ({ key }: WorkflowReference): string => keys.get(key) ?? key;
  return {
    workflow,
    closure,
    keyOf,
    targetOf: keyOf,
    actorName: actorNames.ofWorkflow,
    id: stateKey,
    template: defined({
      reason: 'step' as const,
      stepId: step.stepId,
      inputs,
      keepsAnswer: looksAtAnswer(step) ? (true as const) : undefined,
    }),
    onDone: () => answerTransitions(step, surroundings),
    onError: errorTransitions(step, surroundings),
  };
}

/** Whether something in a step looks at the last answer that its workflow got (checklist C-13). */
function looksAtAnswer({
  successCriteria,
  outputs,
  onSuccess,
  onFailure,
}: StepPlan): boolean {
  const text = JSON.stringify([successCriteria, outputs, onSuccess, onFailure]);
  return /\$(?:statusCode|response|request|url|method)\b/u.test(text);
}

/** The time limit of a step that calls a workflow, as an actor of its own. */
function timeLimit(
  step: StepPlan,
  surroundings: StepSurroundings,
): InvokeConfig | undefined {
  const milliseconds = step.timeout ?? surroundings.options.stepTimeout;
  if (milliseconds === undefined) return undefined;
  return {
    id: `${surroundings.stateKey}.timeLimit`,
    src: waitActor,
    input: { milliseconds },
    onDone: errorTransitions(step, surroundings),
  };
}

function withLimit(
  { invoke }: StateConfig,
  limit: InvokeConfig,
): Pick<StateConfig, 'invoke'> {
  return { invoke: [...[invoke ?? []].flat(), limit] };
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
