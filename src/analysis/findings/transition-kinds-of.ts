import type { TransitionKind } from '../../arazzo-import/compile/config.ts';
import { invokesOf } from '../../machines/walk-config.ts';
import type { StepView } from './view.ts';

/** Why there are transitions from an answer of a step. */
export function transitionKindsOf({ state }: StepView): ReadonlySet<TransitionKind> {
  const calling = state.states?.['calling'] ?? state;
  const transitions = invokesOf(calling).flatMap(({ onDone }) => onDone);
  return new Set(transitions.flatMap(({ meta }) => meta?.kind ?? []));
}
