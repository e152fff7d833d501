import { stepsReadFor } from '../reads.ts';
import { leadsBack } from '../view.ts';
import type { ActionView, Finding, StepView, WorkflowView } from '../view.ts';

/** What this library waits between two polls when nobody says otherwise. */
const defaultInterval = 5_000;

/** A retry that is repeated so often without a pause is no retry of a single mishap. */
const manyRetries = 10;

/** Steps that go back to themselves without a delay. */
export function findPolls({ steps }: WorkflowView): readonly Finding[] {
  return steps.flatMap((view) => [...findPoll(view), ...findHardRetries(view)]);
}

function findPoll(view: StepView): readonly Finding[] {
  const { stepId } = view.step;
  const gotos = [...view.onSuccess, ...view.onFailure].filter(
    (each) => each.action.type === 'goto' && leadsBack(each, stepId),
  );
  const [first] = gotos.filter(({ isInherited }) => !isInherited);
  // Where each round asks for what the one before has told, it is no poll.
  if (first === undefined || stepsReadFor(view.step).includes(stepId)) return [];
  return [
    {
      code: 'POLL_WITHOUT_DELAY',
      severity: 'warning',
      path: first.path,
      message: `Step "${stepId}" goes back to itself without a delay, because a "goto" has none, ${limitOf(view)}.`,
      hint: hintFor(view),
    },
  ];
}

function limitOf(view: StepView): string {
  const isHandled = view.onFailure.some((each) => !leadsBack(each, view.step.stepId));
  return isHandled
    ? 'and nothing limits how often'
    : 'nothing limits how often, and no failure action says what to do when it fails';
}

function hintFor({ api, step, onSuccess }: StepView): string {
  const interval = api.knowledge?.pollInterval ?? defaultInterval;
  const wait = `This library waits ${interval / 1000} s between two polls; others may not wait at all.`;
  const isPoll = onSuccess.some((each) => leadsBack(each, step.stepId));
  return isPoll
    ? `${wait} Arazzo knows a delay and a limit only for "retry": let success criteria ask for the status that is waited for, and repeat with "type: retry", "retryAfter" and "retryLimit" in onFailure.`
    : `${wait} Write "type: retry" with "retryAfter" and "retryLimit".`;
}

function findHardRetries({ step, onFailure }: StepView): readonly Finding[] {
  return onFailure.filter(isHard).map(({ action, path }) => ({
    code: 'POLL_WITHOUT_DELAY',
    severity: 'info',
    path,
    message: `The action "${action.name}" of step "${step.stepId}" repeats it many times without a delay.`,
    hint: 'Add "retryAfter".',
  }));
}

function isHard({ action, isInherited }: ActionView): boolean {
  return (
    !isInherited &&
    action.type === 'retry' &&
    action.helper === undefined &&
    action.retryAfter === undefined &&
    action.retryLimit >= manyRetries
  );
}
