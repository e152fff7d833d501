import type { RetryPlan, StepPlan } from '../plan.ts';
import { compileCall } from './compile-call.ts';
import type { StepSurroundings } from './compile-step.ts';
import { compileClosure, invokeFirst } from './compile-workflow-run.ts';
import type { WorkflowRun } from './compile-workflow-run.ts';
import type { StateConfig, TransitionConfig } from './config.ts';
import { gotoClosure } from './reachable-workflows.ts';
import { freeKey, toSafeId } from './state-keys.ts';

type Helper = NonNullable<RetryPlan['helper']>;

/** The states of what retries run first, by the name of the retry. */
export function helperKeys(step: StepPlan): ReadonlyMap<string, string> {
  const taken = new Set(['calling', 'waiting']);
  const keys = new Map<string, string>();
  for (const { name, helper } of retriesWithHelper(step)) {
    const key = freeKey(toSafeId(idOf(helper)), taken);
    taken.add(key);
    keys.set(name, key);
  }
  return keys;
}

/**
 * The states of what retries run before the step is called again: another step alone, without its
 * actions, or a workflow. Whether it succeeds makes no difference: the step is called again, and the
 * retry counts (checklist C-16).
 */
export function compileHelpers(
  step: StepPlan,
  surroundings: StepSurroundings,
): Record<string, StateConfig> {
  const keys = helperKeys(step);
  return Object.assign(
    {},
    ...retriesWithHelper(step).map(({ name, helper }) => {
      const key = keys.get(name) ?? idOf(helper);
      return helper.kind === 'step'
        ? compileHelperStep(step, helper.stepId, key, surroundings)
        : compileHelperWorkflow(step, helper.workflow, key, surroundings);
    }),
  ) as Record<string, StateConfig>;
}

function retriesWithHelper({
  onSuccess,
  onFailure,
}: StepPlan): readonly (RetryPlan & { readonly helper: Helper })[] {
  return [...onSuccess, ...onFailure].flatMap((action) =>
    action.type === 'retry' && action.helper !== undefined
      ? [{ ...action, helper: action.helper }]
      : [],
  );
}

function idOf(helper: Helper): string {
  return helper.kind === 'step' ? helper.stepId : helper.workflow.key;
}

function compileHelperStep(
  step: StepPlan,
  stepId: string,
  key: string,
  surroundings: StepSurroundings,
): Record<string, StateConfig> {
  const helper = surroundings.steps.find((each) => each.stepId === stepId);
  if (helper === undefined) return {};
  const description = `Runs step "${stepId}" alone before "${step.stepId}" is called again.`;
  const entry = [{ type: 'beginCall' as const, params: { stepId } }];
  const record = { type: 'recordAnswer' as const, params: { stepId } };
  const back: TransitionConfig = { target: 'waiting', actions: [record] };
  const id = `${surroundings.stateKey}.${key}`;
  const call = compileCall(helper, id, surroundings);
  return {
    [key]: { description, entry, invoke: { ...call, onDone: [back], onError: [back] } },
  };
}

function compileHelperWorkflow(
  step: StepPlan,
  workflow: WorkflowRun['workflow'],
  key: string,
  { plans, actorNames, stateKey }: StepSurroundings,
): Record<string, StateConfig> {
  const closure = gotoClosure([workflow], plans);
  const keyOf: WorkflowRun['keyOf'] = (each) => toSafeId(`${key} ${each.key}`);
  const run: WorkflowRun = {
    workflow,
    closure,
    keyOf,
    targetOf: keyOf,
    actorName: actorNames.ofWorkflow,
    id: `${stateKey}.${key}`,
    template: { reason: 'helper', stepId: step.stepId },
    onDone: (ended) => [
      {
        target: 'waiting',
        actions: [{ type: 'recordWorkflow', params: { workflow: ended.key } }],
        meta: { kind: 'workflow' },
      },
    ],
    onError: [{ target: 'waiting' }],
  };
  const description = `Runs workflow "${workflow.workflowId}" before "${step.stepId}" is called again.`;
  return { [key]: { description, invoke: invokeFirst(run) }, ...compileClosure(run) };
}
