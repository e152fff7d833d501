import { contradictionIn } from '../../criteria/contradiction-in.ts';
import type { Contradiction } from '../../criteria/contradiction-in.ts';
import type { CriterionReading, Demand } from '../../criteria/demand.ts';
import { implies } from '../../criteria/implies.ts';
import { readingsOf } from '../../view.ts';
import type { ActionView, Finding, StepView } from '../../view.ts';
import { listed } from '../../words.ts';

/** Success criteria that cannot all hold. */
export function findNeverSucceeds(view: StepView): readonly Finding[] {
  const found = contradictionAmong(demandsOf(readingsOf(view.success)));
  return found === undefined ? [] : [neverSucceeds(view, found)];
}

/** A status code that there is not has a finding of its own. */
function contradictionAmong(demands: readonly Demand[]): Contradiction | undefined {
  const found = contradictionIn(demands);
  const [only, ...others] = found?.demands ?? [];
  return others.length === 0 && only?.subject.kind === 'status' ? undefined : found;
}

function demandsOf(readings: readonly CriterionReading[]): readonly Demand[] {
  return readings.flatMap(({ demands }) => demands);
}

function neverSucceeds({ step, success }: StepView, { demands }: Contradiction): Finding {
  return {
    code: 'CONTRADICTORY_CRITERIA',
    severity: 'warning',
    path: pathOf(success, demands) ?? `${step.path}/successCriteria`,
    message: `Step "${step.stepId}" can never succeed: ${said(demands)}.`,
    hint: 'All criteria have to hold. Write alternatives into one condition, with "||".',
  };
}

function said(demands: readonly Demand[]): string {
  const [only, ...others] = demands;
  return others.length === 0
    ? `nothing meets ${only?.text ?? ''}`
    : `${listed(demands.map(({ text }) => text))} exclude each other`;
}

function pathOf(
  criteria: ActionView['criteria'],
  demands: readonly Demand[],
): string | undefined {
  const last = demands.at(-1);
  return criteria.find(
    ({ reading }) => last !== undefined && reading.demands.includes(last),
  )?.path;
}

/** An action that a workflow gives to all of its steps need not suit each of them. */
export function findContradiction(
  { step }: StepView,
  action: ActionView,
  success: readonly CriterionReading[],
): readonly Finding[] {
  if (action.isInherited || action.criteria.length === 0) return [];
  const demands = demandsOf(readingsOf(action.criteria));
  const own = contradictionAmong(demands);
  const found = own ?? contradictionAmong([...demandsOf(success), ...demands]);
  if (found === undefined) return [];
  return [
    {
      code: 'CONTRADICTORY_CRITERIA',
      severity: 'warning',
      path: pathOf(action.criteria, found.demands) ?? action.path,
      message: `The action "${action.action.name}" of step "${step.stepId}" is never taken: ${said(found.demands)}.`,
      hint:
        own === undefined
          ? 'Success actions are looked at only when the step has succeeded. Does it belong to onFailure?'
          : 'All criteria have to hold. Write alternatives into one condition, with "||".',
    },
  ];
}

/** A failure action that asks for all that makes the step a success. */
export function findFailureContradiction(
  { step }: StepView,
  action: ActionView,
  success: readonly CriterionReading[],
): readonly Finding[] {
  if (action.isInherited || action.criteria.length === 0) return [];
  const readings = readingsOf(action.criteria);
  const demands = demandsOf(readings);
  const own = contradictionAmong(demands);
  const asksAnswer = demands.some(
    ({ subject, accepts }) => subject.kind !== 'other' && !accepts(undefined),
  );
  const isSuccess = success.length > 0 && asksAnswer && implies(readings, success);
  if (own === undefined && !isSuccess) return [];
  return [
    {
      code: 'CONTRADICTORY_CRITERIA',
      severity: 'warning',
      path: (own && pathOf(action.criteria, own.demands)) ?? action.path,
      message:
        own === undefined
          ? `The failure action "${action.action.name}" of step "${step.stepId}" is never taken: where its criteria hold, the step has succeeded.`
          : `The action "${action.action.name}" of step "${step.stepId}" is never taken: ${said(own.demands)}.`,
      hint:
        own === undefined
          ? 'Failure actions are looked at only when the success criteria do not hold. Does it belong to onSuccess?'
          : 'All criteria have to hold. Write alternatives into one condition, with "||".',
    },
  ];
}
