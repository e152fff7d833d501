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
    events[`xstate.done.actor.${id}`] = onDone.map(withoutFailure);
    events[`xstate.error.actor.${id}`] = onError.map(withoutFailure);
  }
  return events;
}

/** Why a run fails is of no interest before it runs. */
function withoutFailure(transition: TransitionConfig): TransitionConfig {
  const { actions = [] } = transition;
  const others = actions.filter(({ type }) => type !== 'recordFailure');
  return others.length === actions.length
    ? transition
    : { ...transition, actions: others };
}
