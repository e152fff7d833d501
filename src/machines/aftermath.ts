import type { StepDefinition } from './definition.ts';
import type { MachineEnvironment } from './environment.ts';
import { stepRecord } from './step-record.ts';
import type { Failure, WorkflowContext } from './types.ts';

/** What was not done, and what is left behind. */
export function aftermath(
  { definition }: MachineEnvironment,
  context: WorkflowContext,
  /** A step that was entered and whose call was never made. */
  notMade?: StepDefinition,
): Pick<Failure, 'notDone' | 'leftBehind'> {
  const wasDone = (stepId: string): boolean => {
    const { visits = 0, attempt = 0 } = stepRecord(context, stepId) ?? {};
    return stepId === notMade?.stepId ? visits + attempt > 2 : visits > 0;
  };
  return {
    notDone: definition.steps
      .map(({ stepId }) => stepId)
      .filter((stepId) => !wasDone(stepId)),
    leftBehind: context.created,
  };
}

/** What kind of thing a step calls, by the name of that. */
export function calledBy(
  name: string,
  { workflow }: StepDefinition,
): Pick<Failure, 'operationId'> | Pick<Failure, 'workflowId'> {
  return workflow === undefined ? { operationId: name } : { workflowId: name };
}
