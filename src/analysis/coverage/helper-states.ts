import type { WorkflowConfig } from '../../arazzo-import/compile/config.ts';
import { invokesOf } from '../../machines/walk-config.ts';
import type { TransitionIndex } from '../paths/transition-index.ts';

/**
 * The states of steps that only run before others are tried again, within those: nothing leads to a
 * helper's own state, and what its criteria say decides nothing.
 */
export function helperStates(
  config: WorkflowConfig,
  { all }: Pick<TransitionIndex, 'all'>,
): ReadonlySet<string> {
  const reached = new Set([config.initial]);
  for (const key of reached)
    for (const { from, to } of all) if (stateOf(from) === key) reached.add(stateOf(to));
  const helpers = new Set(
    Object.values(config.states).flatMap(({ meta, states = {} }) =>
      Object.values(states)
        .flatMap(invokesOf)
        .flatMap(({ input }) =>
          'stepId' in input && input.stepId !== meta?.stepId ? [input.stepId] : [],
        ),
    ),
  );
  return new Set(
    Object.entries(config.states).flatMap(([key, { meta }]) =>
      meta !== undefined && helpers.has(meta.stepId) && !reached.has(key) ? [key] : [],
    ),
  );
}

/** The state at the top that a place is in. */
export function stateOf(place: string): string {
  return place.split('.', 1)[0] ?? place;
}
