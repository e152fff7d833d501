import { calledOutputOf } from './answer.ts';
import {
  addCompleted,
  findCompleted,
  mergeCompleted,
  placeOf,
} from './completed-workflows.ts';
import { mergeCreated } from './created-resource.ts';
import { callsSoFar, createdSoFar } from './created-so-far.ts';
import type { ActionArguments } from './actions.ts';
import { knowledgeOf } from './environment.ts';
import type { MachineEnvironment } from './environment.ts';
import { isRepeated } from './step-record.ts';
import type { CalledOutput, CompletedWorkflows, WorkflowContext } from './types.ts';
import { inputsOf } from './workflow-call.ts';
import type { Called } from './workflow-call.ts';

/** A workflow that has ended, perhaps as another one. */
interface EndedWorkflow extends Omit<Called, 'key'> {
  /** Its key, when it counts as completed whatever it has gone on as. */
  readonly key?: string | undefined;
}

/** Takes over what a called workflow has done, also when it was stopped before its end. */
export function recordWorkflow(
  environment: MachineEnvironment,
  { context, event, self }: ActionArguments,
  ended: EndedWorkflow,
): Partial<WorkflowContext> {
  const output = calledOutputOf(event);
  if (output === undefined) {
    const created = createdSoFar(self, (operation) =>
      knowledgeOf(environment, operation),
    );
    return { calls: callsSoFar(self), created };
  }
  const changes = {
    ...mergeRun(context, output),
    workflows: workflowsAfter(environment, { context, output }, ended),
  };
  if (output.goto !== undefined) return { ...changes, handover: output.goto };
  if (ended.reason !== 'goto') return changes;
  return { ...changes, result: toResult(context, output) };
}

/** The result of the workflow that this one has gone to is its own (checklist C-04). */
function toResult(
  { created }: WorkflowContext,
  { outputs, failure }: CalledOutput,
): NonNullable<WorkflowContext['result']> {
  if (failure === undefined) return { outputs };
  const leftBehind = mergeCreated(created, failure.leftBehind, false);
  return { outputs, failure: { ...failure, leftBehind } };
}

function mergeRun(
  context: WorkflowContext,
  { run }: CalledOutput,
): Partial<WorkflowContext> {
  if (run === undefined) return {};
  const { calls, created, lastCall } = run;
  return {
    calls: Math.max(context.calls, calls),
    created: mergeCreated(context.created, created, isRepeated(context)),
    ...(context.keepsAnswer === true && calls > context.calls ? { lastCall } : {}),
  };
}

/** What is completed now: the called workflow too, whatever it has gone on as (checklist C-04). */
function workflowsAfter(
  environment: MachineEnvironment,
  {
    context,
    output,
  }: { readonly context: WorkflowContext; readonly output: CalledOutput },
  { key, reason, stepId }: EndedWorkflow,
): CompletedWorkflows {
  const { status, outputs, run } = output;
  const all = mergeCompleted(context.workflows, run?.workflows);
  if (status !== 'completed' || key === undefined) return all;
  const place = placeOf(environment, key);
  if (findCompleted(run?.workflows, place)?.outputs === outputs) return all;
  const { inputDefaults } = environment.configOf(key)?.meta ?? {};
  const given = inputsOf(environment, { key, reason, stepId }, context);
  const inputs = { ...inputDefaults, ...given };
  return addCompleted(all, place, { inputs, outputs });
}
