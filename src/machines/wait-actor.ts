import type { ActorLogic, AnyActorRef, EventObject, Snapshot } from 'xstate';
import { clockOf, longestTimer, nowOf } from './clock.ts';

/** When a wait ends, in milliseconds since 1970. */
export interface WaitInput {
  readonly until: number;
}

type WaitSnapshot = Snapshot<undefined> & { readonly input: WaitInput };

const elapsed = 'arazzo.elapsed';

/**
 * An actor that is done when a moment has come. XState's own `after` is lost when a snapshot is
 * restored; this one keeps its moment in the snapshot and still ends then.
 */
export function createWaitLogic(): ActorLogic<WaitSnapshot, EventObject, WaitInput> {
  const timers = new WeakMap<AnyActorRef, unknown>();

  const arm = (self: AnyActorRef, until: number): void => {
    const remaining = Math.max(0, until - nowOf(self));
    const wake = (): void => {
      if (nowOf(self) < until) arm(self, until);
      else self.send({ type: elapsed });
    };
    timers.set(self, clockOf(self).setTimeout(wake, Math.min(remaining, longestTimer)));
  };

  return {
    getInitialSnapshot: (_scope, input) => active(input),
    getPersistedSnapshot: (snapshot) => snapshot,
    restoreSnapshot: (snapshot) => snapshot as WaitSnapshot,
    start: (snapshot, { self }) => {
      if (snapshot.status === 'active') arm(self, snapshot.input.until);
    },
    transition: (snapshot, event, { self }) => {
      if (event.type === elapsed)
        return { ...snapshot, status: 'done', output: undefined } as WaitSnapshot;
      if (event.type !== 'xstate.stop') return snapshot;
      clockOf(self).clearTimeout(timers.get(self));
      return { ...snapshot, status: 'stopped' } as WaitSnapshot;
    },
  };
}

function active(input: WaitInput): WaitSnapshot {
  return { status: 'active', output: undefined, error: undefined, input };
}
