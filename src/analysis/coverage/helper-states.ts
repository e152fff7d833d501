import type { WorkflowConfig } from '../../arazzo-import/compile/config.ts';
import { invokesOf } from '../../machines/walk-config.ts';
import { outermost } from '../paths/place.ts';
import type { TransitionIndex } from '../paths/transition-index.ts';

const known = new WeakMap<object, ReadonlySet<string>>();

/**
 * The states of steps that only run before others are tried again, within those: nothing leads to a
 * helper's own state, and what its criteria say decides nothing.
 */
export function helperStates(
  config: WorkflowConfig,
  index: Pick<TransitionIndex, 'all'>,
): ReadonlySet<string> {
  const states = known.get(index) ?? findHelperStates(config, index);
  known.set(index, states);
  return states;
}

function findHelperStates(
  config: WorkflowConfig,
  index: Pick<TransitionIndex, 'all'>,
): ReadonlySet<string> {
  const helpers = helperSteps(config);
  if (helpers.size === 0) return helpers;
  const reached = reachedStates(config, index);
  return new Set(
    Object.entries(config.states).flatMap(([key, { meta }]) =>
      meta !== undefined && helpers.has(meta.stepId) && !reached.has(key) ? [key] : [],
    ),
  );
}

/** The steps that others run before they are tried again. */
function helperSteps({ states }: WorkflowConfig): ReadonlySet<string> {
  return new Set(
    Object.values(states).flatMap(({ meta, states: inner = {} }) =>
      Object.values(inner)
        .flatMap(invokesOf)
        .flatMap(({ input }) =>
          'stepId' in input && input.stepId !== undefined && input.stepId !== meta?.stepId
            ? [input.stepId]
            : [],
        ),
    ),
  );
}

function reachedStates(
  { initial }: WorkflowConfig,
  { all }: Pick<TransitionIndex, 'all'>,
): ReadonlySet<string> {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of all) {
    const key = outermost(from);
    next.set(key, (next.get(key) ?? new Set()).add(outermost(to)));
  }
  const reached = new Set([initial]);
  // It grows while it is read.
  for (const key of reached) for (const each of next.get(key) ?? []) reached.add(each);
  return reached;
}
