import { transitionKindsOf } from '../../transition-kinds-of.ts';
import { leadsBack } from '../../view.ts';
import type { Finding, StepView, WorkflowView } from '../../view.ts';
import { listed } from '../../words.ts';
import { isMoving, polls } from './polls.ts';
import { knownMeaning, meaningOf } from './status-meaning.ts';
import type { StatusFate, StepStatuses } from './step-statuses.ts';

/** One finding for all values of a status that no action names; it says what becomes of them. */
export function findUnlisted(
  view: WorkflowView,
  step: StepView,
  { fates, pointer, isEnumerated }: StepStatuses,
): readonly Finding[] {
  const ends = isEnumerated ? fates.flatMap((fate) => endOf(view, step, fate) ?? []) : [];
  if (ends.length === 0) return [];
  return [
    {
      code: 'UNHANDLED_STATUS',
      severity: ends.some(({ isGrave }) => isGrave) ? 'warning' : 'info',
      path: `${step.step.path}/onSuccess`,
      message: `No action of step "${step.step.stepId}" names ${ends.length === 1 ? 'this value' : 'these values'} of "${pointer}": ${describe(ends)}.`,
      hint: 'Add an action for each status that is to end or to go on in a way of its own, and let the success criteria refuse those that mean a failure.',
    },
  ];
}

/** What becomes of a value that nobody names. */
interface End {
  readonly value: string;
  readonly end: string;
  readonly isGrave: boolean;
}

/** `FAILED and GONE (the workflow fails); QUEUED (…)`. */
function describe(ends: readonly End[]): string {
  const groups = new Map<string, string[]>();
  for (const { value, end } of ends) {
    const group = groups.get(end);
    if (group === undefined) groups.set(end, [value]);
    else group.push(value);
  }
  return [...groups].map(([end, values]) => `${listed(values, 20)} (${end})`).join('; ');
}

/** What follows a status that nobody names; nothing when it is as good as named. */
function endOf(
  view: WorkflowView,
  step: StepView,
  { value, kind, action }: StatusFate,
): End | undefined {
  const { knowledge } = step.api;
  const known = knownMeaning(value, knowledge);
  if (kind === 'action') {
    const isForEver =
      action?.criteria.length === 0 &&
      leadsBack(action, step.step.stepId) &&
      known !== undefined &&
      known !== 'pending' &&
      !isMoving(value);
    const end = `"${action?.action.name ?? ''}" polls on for ever, though it does not change any more`;
    return isForEver ? { value, end, isGrave: true } : undefined;
  }
  if (kind !== 'none') return undefined;
  const meaning = meaningOf(value, knowledge);
  const isGrave = polls(step) || meaning === 'failed' || meaning === 'pending';
  return { value, end: endWithoutAction(view, step, known), isGrave };
}

function endWithoutAction(
  { plan }: WorkflowView,
  step: StepView,
  known: ReturnType<typeof knownMeaning>,
): string {
  if (transitionKindsOf(step).has('next')) {
    const index = plan.steps.findIndex(({ stepId }) => stepId === step.step.stepId);
    const next = plan.steps[index + 1];
    return next === undefined
      ? 'the workflow ends as completed'
      : `goes on to step "${next.stepId}" as a success`;
  }
  if (known === 'pending') return 'polled on: the service knows that it is still moving';
  return known === 'succeeded'
    ? 'the workflow fails, though it is what is waited for'
    : 'the workflow fails';
}
