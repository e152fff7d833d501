import type { AnyEventObject, AnyTransitionDefinition, InspectionEvent } from 'xstate';
import type { WorkflowMachine } from '../../machines/create-machine.ts';
import type { IndexedTransition, TransitionIndex } from './transition-index.ts';

/** Knows which transitions events have made a machine take: those without event that follow as well. */
export interface TakenTransitions {
  readonly by: (event: AnyEventObject) => readonly IndexedTransition[];
  /** The logic that is listened to. */
  readonly watch: (logic: WorkflowMachine) => WorkflowMachine;
}

type Scope = Parameters<WorkflowMachine['transition']>[2];

/** Listens to what XState inspects, which costs less than asking it once more. */
export function createTakenTransitions(index: TransitionIndex): TakenTransitions {
  const taken = new Map<AnyEventObject, readonly IndexedTransition[]>();
  // Each traversal has a scope of its own, and both are gone after the exploration.
  const heard = new Set<Scope>();
  let current: AnyTransitionDefinition[] = [];
  const hear = (inspected: InspectionEvent): void => {
    // oxlint-disable-next-line no-underscore-dangle -- XState's own name
    if (inspected.type === '@xstate.microstep') current.push(...inspected._transitions);
  };
  return {
    by: (event) => taken.get(event) ?? [],
    watch: (logic) => {
      const watched = Object.create(logic) as WorkflowMachine;
      watched.transition = (snapshot, event, scope) => {
        if (!heard.has(scope)) scope.system.inspect(hear);
        heard.add(scope);
        current = [];
        const next = logic.transition(snapshot, event, scope);
        taken.set(event, indexed(index, current));
        return next;
      };
      return watched;
    },
  };
}

/** A limit of the run that stands before all others is none of the workflow's transitions. */
function indexed(
  { find }: TransitionIndex,
  definitions: readonly AnyTransitionDefinition[],
): readonly IndexedTransition[] {
  const [selected, ...others] = definitions.map(find);
  if (selected === undefined) return [];
  return [selected, ...others.filter((each) => each !== undefined)];
}
