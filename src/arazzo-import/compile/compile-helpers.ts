import type { StepPlan } from '../plan.ts';
import type { StepSurroundings } from './compile-step.ts';
import { compileStepCall } from './compile-step-call.ts';
import { compileClosure, invokeFirst, recordWorkflow } from './compile-workflow-run.ts';
import type { WorkflowRun } from './compile-workflow-run.ts';
import type { StateConfig, TransitionConfig } from './config.ts';
import type { HelperStates } from './inner-states.ts';

/**
 * The states of what retries run before the step is called again: another step alone, without its
 * actions, or a workflow. Whether it succeeds makes no difference: the step is called again, and the
 * retry counts (checklist C-16).
 */
export function compileHelpers(
  step: StepPlan,
  surroundings: StepSurroundings,
): Record<string, StateConfig> {
  const { helpers } = surroundings.inner;
  if (helpers.length === 0) return {};
  const states = helpers.map((helper) =>
    helper.retry.helper.kind === 'step'
      ? compileHelperStep(step, helper, surroundings)
      : compileHelperWorkflow(step, helper, surroundings),
  );
  return Object.assign({}, ...states) as Record<string, StateConfig>;
}

function compileHelperStep(
  step: StepPlan,
  helper: HelperStates,
  surroundings: StepSurroundings,
): Record<string, StateConfig> {
  const { key, retry } = helper;
  const called = surroundings.steps.find(
    ({ stepId }) => retry.helper.kind === 'step' && stepId === retry.helper.stepId,
  );
  if (called === undefined) return {};
  const { stepId } = called;
  const record = { type: 'recordAnswer' as const, params: { stepId } };
  const back: TransitionConfig = { target: 'waiting', actions: [record] };
  const description = `Runs step "${stepId}" alone before "${step.stepId}" is called again.`;
  const id = `${surroundings.stateKey}.${key}`;
  const ways = { id, onDone: [back], onError: [back] };
  const run = { ...surroundings, ...helper, ...ways };
  const { first, others } = compileStepCall(called, run);
  return { [key]: { description, ...first }, ...others };
}

function compileHelperWorkflow(
  step: StepPlan,
  { key, retry: { helper }, ...closure }: HelperStates,
  { actorNames, stateKey }: StepSurroundings,
): Record<string, StateConfig> {
  if (helper.kind !== 'workflow') return {};
  const { workflow } = helper;
  const actions = [recordWorkflow('helper', workflow)];
  const run: WorkflowRun = {
    ...closure,
    workflow,
    actorName: actorNames.ofWorkflow,
    id: `${stateKey}.${key}`,
    template: { reason: 'helper', stepId: step.stepId },
    onDone: [{ target: 'waiting', actions, meta: { kind: 'workflow' } }],
    onError: [{ target: 'waiting', actions }],
  };
  const description = `Runs workflow "${workflow.workflowId}" before "${step.stepId}" is called again.`;
  return {
    [key]: { description, invoke: invokeFirst(run) },
    ...compileClosure(run),
  };
}
