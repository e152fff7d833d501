import type {
  StateConfig,
  TransitionConfig,
} from '../../arazzo-import/compile/config.ts';
import { invokesIn } from '../../machines/walk-config.ts';

/** The transitions from the calls of a step's state, in the order in which they are tried. */
export function stepTransitions(state: StateConfig): readonly TransitionConfig[] {
  return invokesIn(state).flatMap(({ onDone, onError = [] }) => [...onDone, ...onError]);
}
