import type { ActionGuardParams, GuardConfig } from '../arazzo-import/compile/config.ts';
import type { StepNeed } from '../arazzo-import/plan.ts';
import { evaluateCriterion } from '../expressions/index.ts';
import { calledOutputOf } from './answer.ts';
import { isCompleted, isMet } from './completed-workflows.ts';
import { retryLimitOf } from './environment.ts';
import type { MachineEnvironment } from './environment.ts';
import { answerScope, hasSucceeded, polledStatus } from './outcome.ts';
import type { AnswerArguments } from './outcome.ts';
import { retriesOf, stepRecord } from './step-record.ts';
import { guardsIn } from './walk-config.ts';

type GuardParams = Extract<GuardConfig, { params: unknown }>['params'] | undefined;
type Guard = (args: AnswerArguments, params: GuardParams) => boolean;

/**
 * The guards of a workflow's machine, by name. The guard of an action bears the action's name,
 * whatever that is; it is told by its params, so that an action may be called `succeeded`.
 */
export function createGuards(environment: MachineEnvironment): Record<string, Guard> {
  const own = createOwnGuards(environment);
  const names = new Set(guardsIn(environment.definition.config).map(({ type }) => type));
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      (args: AnswerArguments, params: GuardParams) =>
        params !== undefined && 'on' in params
          ? actionMatches(environment, name, args, params)
          : (own[name]?.(args, params as never) ?? false),
    ]),
  );
}

function createOwnGuards(
  environment: MachineEnvironment,
): Record<string, (args: AnswerArguments, params: never) => boolean> {
  const { definition, validateInputs } = environment;
  return {
    inputsValid: ({ context }) => validateInputs(context.inputs).length === 0,
    stepLimitReached: ({ context }, { maxSteps }: { maxSteps: number }) =>
      context.calls > maxSteps,
    depthLimitReached: ({ context }, { maxDepth }: { maxDepth: number }) =>
      (context.depth ?? 0) > maxDepth,
    alreadyCompleted: ({ context }, { workflow }: { workflow: string }) =>
      isCompleted(environment, context, workflow),
    goesTo: ({ event }, { workflow }: { workflow: string }) =>
      calledOutputOf(event)?.goto?.workflow === workflow,
    needsMore: ({ context }, { needs }: { needs: readonly StepNeed[] }) =>
      needs.some((need) => !isMet(environment, context, need)),
    endedAs: ({ event }, { status }: { status: string }) =>
      calledOutputOf(event)?.status === status,
    succeeded: (args, { stepId }: { stepId: string }) => {
      const step = definition.step(stepId);
      return hasSucceeded(environment, args, step, answerScope(environment, args, step));
    },
    stillPending: (args, { stepId }: { stepId: string }) => {
      const step = definition.step(stepId);
      const scope = answerScope(environment, args, step);
      return (
        hasSucceeded(environment, args, step, scope) &&
        polledStatus(environment, step, scope)?.meaning === 'pending'
      );
    },
  };
}

/** Whether an action is the one to take: after its outcome, its criteria hold, retries are left. */
function actionMatches(
  environment: MachineEnvironment,
  action: string,
  args: AnswerArguments,
  { stepId, on, criteria, retryLimit }: ActionGuardParams,
): boolean {
  const step = environment.definition.step(stepId);
  const scope = answerScope(environment, args, step);
  if (hasSucceeded(environment, args, step, scope) !== (on === 'success')) return false;
  const retries = retriesOf(stepRecord(args.context, stepId), action);
  if (retryLimit !== undefined && retries >= retryLimitOf(environment, retryLimit))
    return false;
  return environment.definition
    .criteria(criteria)
    .every((criterion) => evaluateCriterion(criterion, scope));
}
