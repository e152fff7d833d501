import type { AnyEventObject } from 'xstate';
import type { WorkflowMachine } from '../../machines/create-machine.ts';
import type { CallEnding, MachineSnapshot, PossibleEvent } from './exploration.ts';
import type { PathEvent } from './path.ts';

/**
 * Knows the states that come after an answer that is not what was promised: what follows there is not what
 * follows otherwise, although the machine is in the same place.
 */
export interface Taint {
  readonly isTainted: (snapshot: MachineSnapshot) => boolean;
  readonly note: (possible: PossibleEvent) => void;
  /** The logic that tells of the states that it makes. */
  readonly watch: (logic: WorkflowMachine) => WorkflowMachine;
}

export function createTaint(): Taint {
  const events = new WeakSet<AnyEventObject>();
  const snapshots = new WeakSet<object>();
  return {
    isTainted: (snapshot) => snapshots.has(snapshot),
    note: ({ event, ending }) => {
      if (ending !== undefined && isBroken(ending)) events.add(event);
    },
    watch: (logic) => {
      const watched = Object.create(logic) as WorkflowMachine;
      watched.transition = (snapshot, event, scope) => {
        const next = logic.transition(snapshot, event, scope);
        if (snapshots.has(snapshot) || events.has(event)) snapshots.add(next);
        return next;
      };
      return watched;
    },
  };
}

function isBroken({ kind, within }: CallEnding): boolean {
  return kind === 'broken' || (within?.events ?? []).some(hasBroken);
}

/** Whether something is, or has within it, an answer that is not what was promised. */
export function hasBroken(event: PathEvent): boolean {
  if (event.type !== 'call') return false;
  return event.kind === 'broken' || (event.within?.events ?? []).some(hasBroken);
}
