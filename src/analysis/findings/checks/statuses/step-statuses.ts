import { formatPointer } from '../../../../expressions/index.ts';
import type { Key } from '../../../../expressions/index.ts';
import { enumeratedStatuses } from '../../../cases/enumerated-statuses.ts';
import type { Demand } from '../../criteria/demand.ts';
import { programsOf, readingsOf } from '../../view.ts';
import type { ActionView, CriterionView, StepView } from '../../view.ts';
import { polls } from './polls.ts';

/** The status that the actions of a step tell apart, and what becomes of each of its values. */
export interface StepStatuses {
  /** JSON Pointer to it in the body of the answer. */
  readonly pointer: string;
  readonly fates: readonly StatusFate[];
  /** Whether these are all values that it can have, and not only those that are named. */
  readonly isEnumerated: boolean;
}

/** What becomes of an answer with a status. */
export interface StatusFate {
  readonly value: string;
  /** `action`: taken by one; `none`: by none, though the step succeeds; `refused`: no success. */
  readonly kind: 'action' | 'none' | 'refused';
  /** The action that is taken, unless criteria about other things keep it from that. */
  readonly action?: ActionView;
  /** Whether the action names the value itself, and not only others that it is not. */
  readonly isNamed?: boolean;
}

/** The statuses of a step whose success actions tell them apart; `undefined` when none do. */
export function stepStatuses(view: StepView): StepStatuses | undefined {
  const found = enumerated(view) ?? named(view);
  if (found === undefined) return undefined;
  const { keys, values, isEnumerated } = found;
  return {
    pointer: formatPointer([...keys]),
    fates: values.map((value) => fateOf(value, view, keys)),
    isEnumerated,
  };
}

interface Found {
  readonly keys: readonly Key[];
  readonly values: readonly string[];
  readonly isEnumerated: boolean;
}

function enumerated(view: StepView): Found | undefined {
  const criteria = [...view.success, ...view.onSuccess.flatMap((each) => each.criteria)];
  const [schema, ...others] = view.api.answers(programsOf(view.success)) ?? [];
  const found = enumeratedStatuses({
    programs: programsOf(criteria),
    schema: others.length === 0 ? schema?.root : undefined,
    knowledge: view.api.knowledge,
    own: view.own,
    polls: polls(view),
  });
  if (found === undefined || demandsOfActions(view, found.keys).length === 0)
    return undefined;
  const values = [...found.named, ...found.unnamed.map(({ value }) => value)];
  return { keys: found.keys, values, isEnumerated: true };
}

/** The texts that actions name at a place in the answer, when nobody knows which there can be. */
function named(view: StepView): Found | undefined {
  const [first] = view.onSuccess
    .flatMap(({ criteria }) => readingsOf(criteria))
    .flatMap(({ demands }) => demands)
    .filter(({ subject, isClosed }) => isClosed && isInBody(subject));
  if (first === undefined) return undefined;
  const { keys } = first.subject;
  const values = demandsOfActions(view, keys)
    .flatMap(({ literals }) => literals)
    .filter((value) => typeof value === 'string');
  return { keys, values: [...new Set(values)], isEnumerated: false };
}

function demandsOfActions(
  { onSuccess }: StepView,
  keys: readonly Key[],
): readonly Demand[] {
  return onSuccess.flatMap(({ criteria }) => demandsAt(criteria, keys));
}

function fateOf(value: string, view: StepView, keys: readonly Key[]): StatusFate {
  const isRefused = demandsAt(view.success, keys).some(({ accepts }) => !accepts(value));
  if (isRefused) return { value, kind: 'refused' };
  const action = view.onSuccess.find((each) => mayTake(each, value, keys));
  if (action === undefined) return { value, kind: 'none' };
  const isNamed = demandsAt(action.criteria, keys).some(({ isClosed }) => isClosed);
  return { value, kind: 'action', action, isNamed };
}

/** An action that asks for other things only may be taken too, but is not about the status. */
function mayTake({ criteria }: ActionView, value: string, keys: readonly Key[]): boolean {
  const demands = demandsAt(criteria, keys);
  return criteria.length === 0 || demands.length > 0
    ? demands.every(({ accepts }) => accepts(value))
    : false;
}

function demandsAt(
  criteria: readonly CriterionView[],
  keys: readonly Key[],
): readonly Demand[] {
  const place = JSON.stringify(keys);
  return criteria.flatMap(({ reading }) =>
    reading.demands.filter(
      ({ subject }) => isInBody(subject) && JSON.stringify(subject.keys) === place,
    ),
  );
}

function isInBody({ kind }: Demand['subject']): boolean {
  return kind === 'body' || kind === 'item';
}
