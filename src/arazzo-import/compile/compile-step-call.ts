import { defined } from '../defined.ts';
import type { StepPlan, WorkflowCallPlan } from '../plan.ts';
import { waitActor } from './actor-names.ts';
import type { ActorNames } from './actor-names.ts';
import { compileCall } from './compile-call.ts';
import { compileClosure, invokeFirst } from './compile-workflow-run.ts';
import type { WorkflowRun } from './compile-workflow-run.ts';
import type {
  CompileOptions,
  InvokeConfig,
  StateConfig,
  TransitionConfig,
} from './config.ts';
import type { WithClosure } from './inner-states.ts';

/** Where a step is called from, and what follows its call. */
export interface StepCallSurroundings extends WithClosure {
  readonly actorNames: ActorNames;
  readonly options: CompileOptions;
  /** The id of the call. */
  readonly id: string;
  readonly onDone: readonly TransitionConfig[];
  readonly onError: readonly TransitionConfig[];
}

/** The call of a step, and the states of the workflows that a called one may go on as. */
interface StepCall {
  readonly first: Pick<StateConfig, 'entry' | 'invoke'>;
  readonly others: Record<string, StateConfig>;
}

/** Compiles the call of a step, whatever it calls. */
export function compileStepCall(
  step: StepPlan,
  surroundings: StepCallSurroundings,
): StepCall {
  const { call, stepId } = step;
  if (call.kind === 'workflow') return compileRun(step, call, surroundings);
  const { id, onDone, onError } = surroundings;
  const entry = [{ type: 'beginCall' as const, params: { stepId } }];
  const { src, input } = compileCall(step, call, surroundings);
  const invoke = { id, src, input, onDone, onError };
  return { first: { entry, invoke }, others: {} };
}

function compileRun(
  step: StepPlan,
  { workflow, inputs }: WorkflowCallPlan,
  surroundings: StepCallSurroundings,
): StepCall {
  const { stepId, timeout } = step;
  const { id, actorNames, closure, keyOf, onDone, onError } = surroundings;
  const keepsAnswer = looksAtAnswer(step) ? (true as const) : undefined;
  const run: WorkflowRun = {
    workflow,
    closure,
    keyOf,
    actorName: actorNames.ofWorkflow,
    id,
    template: defined({ reason: 'step' as const, stepId, inputs, keepsAnswer }),
    limit: timeout === undefined ? undefined : limitOf(stepId, id, onError),
    onDone,
    onError,
  };
  const entry = [{ type: 'beginCall' as const, params: defined({ stepId, timeout }) }];
  return { first: { entry, invoke: invokeFirst(run) }, others: compileClosure(run) };
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

/** The time limit of a step, which goes on when its workflow goes on as another one. */
function limitOf(
  stepId: string,
  id: string,
  onDone: readonly TransitionConfig[],
): InvokeConfig {
  return { id: `${id}.timeLimit`, src: waitActor, input: { limitOf: stepId }, onDone };
}
