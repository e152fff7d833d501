import { formatPointer } from '../../../expressions/index.ts';
import type { Key } from '../../../expressions/index.ts';
import { enumeratedStatuses } from '../../cases/enumerated-statuses.ts';
import type { Demand } from '../criteria/demand.ts';
import { leadsBack, programsOf } from '../view.ts';
import type { ActionView, CriterionView, StepView } from '../view.ts';

/** The status that the actions of a step tell apart, and what becomes of each of its values. */
export interface StepStatuses {
  /** JSON Pointer to it in the body of the answer. */
  readonly pointer: string;
  readonly fates: readonly StatusFate[];
}

/** What becomes of an answer with a status. */
export interface StatusFate {
  readonly value: string;
  /** `action`: taken by one; `none`: by none, though the step succeeds; `refused`: no success. */
  readonly kind: 'action' | 'none' | 'refused';
  /** The action that is taken whenever no other one is before. */
  readonly action?: ActionView;
  /** Whether the action names the value itself, and not only others that it is not. */
  readonly isNamed?: boolean;
}

/** The statuses of a step whose success actions tell them apart; `undefined` when none do. */
export function stepStatuses(view: StepView): StepStatuses | undefined {
  const criteria = [...view.success, ...view.onSuccess.flatMap((each) => each.criteria)];
  const [schema, ...others] = view.api.answers(programsOf(view.success)) ?? [];
  const found = enumeratedStatuses({
    programs: programsOf(criteria),
    schema: others.length === 0 ? (schema?.root ?? undefined) : undefined,
    knowledge: view.api.knowledge,
    own: view.own,
    polls: view.onSuccess.some((each) => leadsBack(each, view.step.stepId)),
  });
  if (found === undefined) return undefined;
  const values = [...found.named, ...found.unnamed.map(({ value }) => value)];
  if (
    !view.onSuccess.some(({ criteria: own }) =>
      own.some((each) => asksFor(each, found.keys)),
    )
  )
    return undefined;
  return {
    pointer: formatPointer([...found.keys]),
    fates: values.map((value) => fateOf(value, view, found.keys)),
  };
}

function asksFor({ reading }: CriterionView, keys: readonly Key[]): boolean {
  return demandsAt([reading], keys).length > 0;
}

/** What becomes of an answer that has the value there; what else it has is not known. */
export function fateOf(value: string, view: StepView, keys: readonly Key[]): StatusFate {
  const success = demandsAt(
    view.success.map(({ reading }) => reading),
    keys,
  );
  if (!success.every(({ accepts }) => accepts(value))) return { value, kind: 'refused' };
  const action = view.onSuccess.find((each) => mayTake(each, value, keys));
  if (action === undefined) return { value, kind: 'none' };
  const demands = demandsAt(
    action.criteria.map(({ reading }) => reading),
    keys,
  );
  const isNamed = demands.some(({ isClosed }) => isClosed);
  return { value, kind: 'action', action, isNamed };
}

/** An action that asks for other things only may be taken too, but is not about the status. */
function mayTake({ criteria }: ActionView, value: string, keys: readonly Key[]): boolean {
  const demands = demandsAt(
    criteria.map(({ reading }) => reading),
    keys,
  );
  return criteria.length === 0 || demands.length > 0
    ? demands.every(({ accepts }) => accepts(value))
    : false;
}

function demandsAt(
  readings: readonly CriterionView['reading'][],
  keys: readonly Key[],
): readonly Demand[] {
  const place = JSON.stringify(keys);
  return readings.flatMap(({ demands }) =>
    demands.filter(
      ({ subject }) =>
        (subject.kind === 'body' || subject.kind === 'item') &&
        JSON.stringify(subject.keys) === place,
    ),
  );
}
