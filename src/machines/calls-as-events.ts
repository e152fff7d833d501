import type { StateConfig, TransitionConfig } from '../arazzo-import/compile/config.ts';
import { invokesOf } from './walk-config.ts';

/**
 * The calls of a state as the events with which they end: what XState makes of an `invoke`, without the
 * actor. A machine that is only explored calls nothing, and making actors takes most of its time.
 */
export function callsAsEvents(
  state: Pick<StateConfig, 'invoke'>,
): Readonly<Record<string, readonly TransitionConfig[]>> {
  const events: Record<string, readonly TransitionConfig[]> = {};
  for (const { id, onDone, onError = [] } of invokesOf(state)) {
    events[`xstate.done.actor.${id}`] = onDone;
    events[`xstate.error.actor.${id}`] = onError;
  }
  return events;
}
