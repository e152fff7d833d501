import type { TransitionKind } from '../../../arazzo-import/compile/config.ts';
import { leadsBack } from '../view.ts';
import type { Finding, StepView, WorkflowView } from '../view.ts';
import { listed } from '../words.ts';
import { knownMeaning, meaningOf } from './status-meaning.ts';
import { stepStatuses } from './step-statuses.ts';
import type { StatusFate } from './step-statuses.ts';

/** What happens to statuses that the actions of a step forget, or take for something else. */
export function findStatuses(view: WorkflowView): readonly Finding[] {
  return view.steps.flatMap((step) => {
    const statuses = stepStatuses(step);
    if (statuses === undefined) return [];
    const { fates, pointer } = statuses;
    return [
      ...findUnlisted(view, step, { fates, pointer }),
      ...findMistaken(step, fates),
    ];
  });
}

interface Statuses {
  readonly pointer: string;
  readonly fates: readonly StatusFate[];
}

/** One finding for all values that no action names. */
function findUnlisted(
  view: WorkflowView,
  step: StepView,
  { fates, pointer }: Statuses,
): readonly Finding[] {
  const groups = groupUnlisted(view, step, fates);
  if (groups.length === 0) return [];
  const { stepId } = step.step;
  const [only, ...others] = groups.flatMap(({ values }) => values);
  const noun = others.length === 0 ? 'this value' : 'these values';
  const list = groups.map(({ values, end }) => `${listed(values, 20)} (${end})`);
  return only === undefined
    ? []
    : [
        {
          code: 'UNHANDLED_STATUS',
          severity: groups.some(({ isGrave }) => isGrave) ? 'warning' : 'info',
          path: `${step.step.path}/onSuccess`,
          message: `No action of step "${stepId}" names ${noun} of "${pointer}": ${list.join('; ')}.`,
          hint: 'Add an action for each status that is to end or to go on in a way of its own, and let the success criteria refuse those that mean a failure.',
        },
      ];
}

/** Values that come to the same end. */
interface Group {
  readonly values: readonly string[];
  readonly end: string;
  readonly isGrave: boolean;
}

function groupUnlisted(
  view: WorkflowView,
  step: StepView,
  fates: readonly StatusFate[],
): readonly Group[] {
  const { knowledge } = step.api;
  const groups = new Map<string, Group>();
  for (const fate of fates) {
    const found = endOf(view, step, fate);
    if (found === undefined) continue;
    const values = [...(groups.get(found.end)?.values ?? []), fate.value];
    const meaning = meaningOf(fate.value, knowledge);
    const isGrave =
      found.isGrave ?? (polls(step) || meaning === 'failed' || meaning === 'pending');
    const before = groups.get(found.end)?.isGrave ?? false;
    groups.set(found.end, { values, end: found.end, isGrave: isGrave || before });
  }
  return [...groups.values()];
}

/** What follows a status that nobody names; nothing when it is as good as named. */
function endOf(
  view: WorkflowView,
  step: StepView,
  { value, kind, action }: StatusFate,
): { readonly end: string; readonly isGrave?: boolean } | undefined {
  const known = knownMeaning(value, step.api.knowledge);
  if (kind === 'action' && action !== undefined) {
    const isCaughtByAll = action.criteria.length === 0;
    const goesOnForEver =
      isCaughtByAll && leadsBack(action, step.step.stepId) && isOver(value, known);
    return goesOnForEver
      ? {
          end: `"${action.action.name}" polls on for ever, though it does not change any more`,
          isGrave: true,
        }
      : undefined;
  }
  if (kind !== 'none') return undefined;
  const kinds = kindsOf(step);
  if (kinds.has('next')) return { end: nextOf(view, step) };
  if (known === 'pending')
    return { end: 'polled on: the service knows that it is still moving' };
  return known === 'succeeded'
    ? { end: 'the workflow fails, though it is what is waited for' }
    : { end: 'the workflow fails' };
}

function isOver(value: string, known: string | undefined): boolean {
  return (known === 'failed' || known === 'succeeded') && !isMoving(value);
}

/** `DELETING`, `CANCEL_IN_PROGRESS`, `CANCEL_SUBMITTED`: on its way to another one. */
function isMoving(value: string): boolean {
  return /ING$|IN_PROGRESS$|SUBMITTED$/u.test(value);
}

function polls({ onSuccess, step }: StepView): boolean {
  return onSuccess.some((each) => leadsBack(each, step.stepId));
}

function kindsOf({ state }: StepView): ReadonlySet<TransitionKind> {
  const calling = state.states?.['calling'] ?? state;
  const transitions = [calling.invoke ?? []].flat().flatMap(({ onDone }) => onDone);
  return new Set(transitions.flatMap(({ meta }) => meta?.kind ?? []));
}

function nextOf({ steps, plan }: WorkflowView, { step }: StepView): string {
  const index = plan.steps.findIndex(({ stepId }) => stepId === step.stepId);
  const next = plan.steps[index + 1];
  return next === undefined || steps.length === 0
    ? 'the workflow ends as completed'
    : `goes on to step "${next.stepId}" as a success`;
}

/** Actions that poll on at a status that is final, or go on at one that is still moving. */
function findMistaken(step: StepView, fates: readonly StatusFate[]): readonly Finding[] {
  return fates.flatMap((fate) => {
    const { action, value, isNamed } = fate;
    if (action === undefined || isNamed !== true || action.isInherited) return [];
    const meaning = meaningOf(value, step.api.knowledge);
    const { name } = action.action;
    const shared = { code: 'MISTAKEN_STATUS' as const, path: action.path };
    const isBack = leadsBack(action, step.step.stepId);
    if (isBack && (meaning === 'succeeded' || meaning === 'failed') && !isMoving(value))
      return [
        {
          ...shared,
          severity: 'warning' as const,
          message: `The action "${name}" of step "${step.step.stepId}" repeats it at ${value}, a status that does not change any more.`,
          hint: 'Are the targets or the criteria of two actions swapped?',
        },
      ];
    if (!isBack && polls(step) && meaning === 'pending')
      return [
        {
          ...shared,
          severity: 'warning' as const,
          message: `The action "${name}" of step "${step.step.stepId}" goes on at ${value}, a status that is still moving.`,
          hint: 'Are the targets or the criteria of two actions swapped?',
        },
      ];
    if (action.action.type !== 'end' || meaning !== 'failed') return [];
    return [
      {
        ...shared,
        severity: knownMeaning(value, step.api.knowledge)
          ? ('warning' as const)
          : ('info' as const),
        message: `At ${value} the action "${name}" of step "${step.step.stepId}" ends the workflow as completed, though that means a failure.`,
        hint: 'A success action cannot end a workflow as failed: let the success criteria refuse the status, and end it in onFailure.',
      },
    ];
  });
}
