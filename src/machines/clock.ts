import type { AnyActorRef } from 'xstate';

/** A clock as `createActor` takes it; one that knows the time says so, else the machine's does. */
interface ActorClock {
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(id: unknown): void;
  now?(): number;
}

/** The longest delay that timers take, in milliseconds; a longer one would end at once. */
export const longestTimer: number = 2 ** 31 - 1;

/** The last moment that a `Date` can hold; a wait that would end later never ends in practice. */
export const lastMoment: number = 8.64e15;

/** The clock that the caller gave to `createActor`, so that a simulated one governs every wait. */
export function clockOf(actor: AnyActorRef): ActorClock {
  return (actor as AnyActorRef & { readonly clock: ActorClock }).clock;
}

/** Milliseconds since 1970, by the actor's clock. */
export function nowOf(actor: AnyActorRef): number {
  const clock = clockOf(actor) as ActorClock | undefined;
  return clock?.now?.() ?? Date.now();
}
