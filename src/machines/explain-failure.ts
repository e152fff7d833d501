import type { RecordFailureParams } from '../arazzo-import/compile/config.ts';
import type { StepNeed } from '../arazzo-import/plan.ts';
import type { ActionArguments } from './actions.ts';
import { aftermath, calledBy } from './aftermath.ts';
import { calledOutputOf, errorOf } from './answer.ts';
import { isMet } from './completed-workflows.ts';
import { nameOfCall } from './created-resource.ts';
import { createdSoFar } from './created-so-far.ts';
import { knowledgeOf } from './environment.ts';
import type { MachineEnvironment } from './environment.ts';
import { explainStep } from './explain-step.ts';
import { isLimit } from './failure-kinds.ts';
import type { CreatedResource, Failure, WorkflowContext } from './types.ts';

/** Says why a run does not complete: in words, and in parts for programs. */
export function explainFailure(
  environment: MachineEnvironment,
  args: ActionArguments,
  { kind, stepId, workflow, needs }: RecordFailureParams,
): Failure {
  if (stepId !== undefined && needs !== undefined)
    return explainNeeds(environment, args.context, stepId, needs);
  if (stepId !== undefined) {
    const step = environment.definition.step(stepId);
    return explainStep(environment, args, { kind, step });
  }
  if (kind === 'inputs') return explainInputs(environment, args.context);
  if (kind === 'workflow' || kind === 'dependency')
    return explainWorkflow(environment, args, kind, workflow);
  return explainLimit(environment, args, kind);
}

function explainNeeds(
  environment: MachineEnvironment,
  context: WorkflowContext,
  stepId: string,
  needs: readonly StepNeed[],
): Failure {
  const step = environment.definition.step(stepId);
  const missing = needs
    .filter((need) => !isMet(environment, context, need))
    .map(({ stepId: id, workflow }) =>
      workflow === undefined ? `step "${id}"` : `step "${id}" of workflow "${workflow}"`,
    );
  return {
    kind: 'dependency',
    message: `Step "${stepId}" (${nameOfCall(step)}) was not called: it depends on ${missing.join(' and ')}, which has not run.`,
    stepId,
    ...calledBy(nameOfCall(step), step),
    ...aftermath(environment, context, step),
  };
}

/** A workflow that no step called: a dependency, or one that an action went to. */
function explainWorkflow(
  environment: MachineEnvironment,
  { context, event }: ActionArguments,
  kind: Failure['kind'],
  workflow: string | undefined,
): Failure {
  const workflowId = workflow ?? context.handover?.workflow ?? '';
  const cause = calledOutputOf(event)?.failure;
  if (cause !== undefined && isLimit(cause))
    return { ...cause, ...aftermath(environment, context) };
  const reason = cause?.message ?? errorOf(event)?.message ?? 'It did not complete.';
  const what =
    kind === 'dependency'
      ? `Workflow "${workflowId}", which must be completed first, did not complete`
      : `Workflow "${workflowId}" did not complete`;
  return {
    kind,
    message: `${what}: ${reason}`,
    workflowId,
    ...(cause === undefined ? {} : { cause }),
    ...aftermath(environment, context),
  };
}

function explainInputs(
  environment: MachineEnvironment,
  context: WorkflowContext,
): Failure {
  const problems = environment.validateInputs(context.inputs);
  return {
    kind: 'inputs',
    message: `The inputs do not fit the workflow: ${problems.map(({ message }) => message).join(' ')} Nothing was called.`,
    inputs: problems,
    ...aftermath(environment, context),
  };
}

function explainLimit(
  environment: MachineEnvironment,
  { context, self }: ActionArguments,
  kind: Failure['kind'],
): Failure {
  const { lastStep, wait } = context;
  const last = lastStep === undefined ? undefined : environment.definition.step(lastStep);
  return {
    kind,
    message: `The run was ended because it reached ${limitOf(environment, kind, context)}${last === undefined ? '' : ` in step "${last.stepId}"`}.`,
    ...(last === undefined
      ? {}
      : { stepId: last.stepId, ...calledBy(nameOfCall(last), last) }),
    ...(kind === 'timeout'
      ? aftermath(environment, { ...context, created: stopAll(environment, self) })
      : // The call that would have been too many was never made.
        aftermath(environment, context, wait === undefined ? last : undefined)),
  };
}

function limitOf(
  { definition }: MachineEnvironment,
  kind: Failure['kind'],
  { depth = 1 }: WorkflowContext,
): string {
  if (kind === 'timeout') return 'its time limit';
  if (kind === 'depth-limit')
    return `its limit of ${depth - 1} workflows within each other`;
  const [limit] = (definition.config.always ?? []).flatMap(({ guard }) =>
    guard !== undefined && 'params' in guard && 'maxSteps' in guard.params
      ? [guard.params.maxSteps]
      : [],
  );
  return `its limit of ${limit} calls`;
}

/** What exists, or may exist, when everything that is under way is stopped. */
function stopAll(
  environment: MachineEnvironment,
  self: ActionArguments['self'],
): readonly CreatedResource[] {
  return createdSoFar(self, (operation) => knowledgeOf(environment, operation));
}
