import type { AnyTransitionDefinition, InspectionEvent } from 'xstate';
import { criteriaSeen } from '../../analysis/coverage/criteria-seen.ts';
import type { SeenCriterion } from '../../analysis/coverage/criteria-seen.ts';
import { criterionItem, transitionItem } from '../../analysis/coverage/items.ts';
import { placeOf, withOuterPlaces } from '../../analysis/paths/place.ts';
import type { TransitionIndex } from '../../analysis/paths/transition-index.ts';
import type { TransitionMeta } from '../../arazzo-import/compile/config.ts';
import type { MachineEnvironment } from '../../machines/environment.ts';
import type { WorkflowContext } from '../../machines/types.ts';
import { stepOfCall } from '../../analysis/paths/step-of-call.ts';
import { triedTransitions } from '../../analysis/paths/tried-transitions.ts';

/** What a run of a machine goes through; see `measureCoverage`. */
export interface Passage {
  readonly items: Set<string>;
  readonly places: Set<string>;
}

/** Hears what a machine does. */
export interface TransitionObserver {
  readonly inspect: (event: InspectionEvent) => void;
  /** Transitions so far, those of called workflows included. */
  readonly count: () => number;
  /** Why the machine took one of them, counted from 0. */
  readonly reasonOf: (position: number) => TransitionMeta | undefined;
  /** The criteria that were looked at so far, in their order. */
  readonly criteria: readonly SeenCriterion[];
}

interface Observed {
  readonly environment: MachineEnvironment;
  readonly index: TransitionIndex;
  readonly passage: Passage;
}

interface Snapshot {
  readonly value: Parameters<typeof placeOf>[0];
  readonly context: WorkflowContext;
}

/** Notes the transitions and criteria that the outermost machine of a run goes through. */
export function observeTransitions(observed: Observed): TransitionObserver {
  const reasons: (TransitionMeta | undefined)[] = [];
  const criteria: SeenCriterion[] = [];
  let before: Snapshot | undefined;
  return {
    criteria,
    count: () => reasons.length,
    reasonOf: (position) => reasons[position],
    inspect: (inspected) => {
      if (inspected.type === '@xstate.snapshot' && isRoot(inspected))
        enter(observed, (before = inspected.snapshot as unknown as Snapshot));
      if (inspected.type !== '@xstate.microstep') return;
      // oxlint-disable-next-line no-underscore-dangle -- XState's own name
      const { _transitions: transitions, event } = inspected;
      reasons.push(transitions[0]?.['meta'] as TransitionMeta | undefined);
      if (!isRoot(inspected)) return;
      const snapshot = inspected.snapshot as unknown as Snapshot;
      for (const each of transitions) noteTransition(observed, each);
      if (before !== undefined)
        criteria.push(...lookedAt(observed, before.context, event, transitions));
      enter(observed, snapshot);
      before = snapshot;
    },
  };
}

/** Actors of called workflows are heard too. */
function isRoot({ actorRef, rootId }: InspectionEvent): boolean {
  return actorRef.sessionId === rootId;
}

function enter({ passage }: Observed, { value }: Snapshot): void {
  for (const place of withOuterPlaces(placeOf(value))) passage.places.add(place);
}

function noteTransition(
  { index, passage }: Observed,
  definition: AnyTransitionDefinition,
): void {
  const found = index.find(definition);
  if (found === undefined) return;
  passage.items.add(transitionItem(found));
  for (const place of [found.from, found.to].flatMap(withOuterPlaces))
    passage.places.add(place);
}

/** The criteria that an answer has made the machine look at. */
function lookedAt(
  { environment, index, passage }: Observed,
  context: WorkflowContext,
  event: { readonly type: string },
  transitions: readonly AnyTransitionDefinition[],
): readonly SeenCriterion[] {
  const invoke = transitions.map((each) => index.find(each)?.invoke)[0];
  const stepId = invoke && stepOfCall(invoke.input);
  if (invoke === undefined || stepId === undefined) return [];
  const seen = criteriaSeen(environment, {
    context,
    event,
    step: environment.definition.step(stepId),
    tried: triedTransitions(invoke, event),
  });
  for (const { id, held } of seen) passage.items.add(criterionItem(id, held));
  return seen;
}
