import type { StateValue } from 'xstate';
import type { StateConfig, WorkflowConfig } from '../../arazzo-import/compile/config.ts';

/** The keys that lead to a state: `['pollDatastore', 'waiting']`. Machines of workflows have no parallel states. */
export function keysOf(value: StateValue): readonly string[] {
  if (typeof value === 'string') return [value];
  const [entry] = Object.entries(value);
  if (entry === undefined) return [];
  const [key, inner] = entry;
  return inner === undefined ? [key] : [key, ...keysOf(inner)];
}

/** The place of a state, as people read it: `pollDatastore.waiting`. */
export function placeOf(value: StateValue): string {
  return keysOf(value).join('.');
}

/** The states from the outermost to the one that the keys lead to. */
export function statesAt(
  config: WorkflowConfig,
  keys: readonly string[],
): readonly StateConfig[] {
  const found: StateConfig[] = [];
  let states = config.states as WorkflowConfig['states'] | undefined;
  for (const key of keys) {
    const state =
      states !== undefined && Object.hasOwn(states, key) ? states[key] : undefined;
    if (state === undefined) return found;
    found.push(state);
    states = state.states;
  }
  return found;
}

/** A place and those of the states around it. */
export function withOuterPlaces(place: string): readonly string[] {
  const keys = place.split('.');
  return keys.map((_, length) => keys.slice(0, length + 1).join('.'));
}

/** The step whose state the keys lead to, or into. */
export function stepAt(
  config: WorkflowConfig,
  keys: readonly string[],
): string | undefined {
  return statesAt(config, keys).find(({ meta }) => meta !== undefined)?.meta?.stepId;
}

/** The key of the outermost state of a place. */
export function outermost(place: string): string {
  return place.split('.', 1)[0] ?? place;
}
