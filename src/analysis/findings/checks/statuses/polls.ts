import { leadsBack } from '../../view.ts';
import type { StepView } from '../../view.ts';

/** Whether a step goes back to itself when it has succeeded. */
export function polls({ onSuccess, step }: StepView): boolean {
  return onSuccess.some((each) => leadsBack(each, step.stepId));
}

/** `DELETING`, `CANCEL_IN_PROGRESS`, `CANCEL_SUBMITTED`: on the way to another status. */
export function isMoving(value: string): boolean {
  return /ING$|IN_PROGRESS$|SUBMITTED$/u.test(value);
}
