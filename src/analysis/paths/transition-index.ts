import type { AnyTransitionDefinition } from 'xstate';
import type {
  InvokeConfig,
  StateConfig,
  TransitionConfig,
  WorkflowConfig,
} from '../../arazzo-import/compile/config.ts';
import { remembered } from '../cases/remembered.ts';
import { invokesOf } from '../../machines/walk-config.ts';

/** A transition of a workflow's config, with its place. */
export interface IndexedTransition {
  /** Unique in the config: `pollDatastore.calling done 0`. */
  readonly id: string;
  /** The place of the state that it leaves. */
  readonly from: string;
  /** The place that it leads to. */
  readonly to: string;
  readonly config: TransitionConfig;
  /** The call or wait that it comes from; absent for one that needs no event. */
  readonly invoke?: InvokeConfig;
}

/** The transitions of a config, without the limits of the run at its root. */
export interface TransitionIndex {
  readonly all: readonly IndexedTransition[];
  /** Those without an event, of the state at a place. */
  readonly alwaysAt: (place: string) => readonly IndexedTransition[];
  /** What XState has selected; `undefined` when it is a limit of the run. */
  readonly find: (definition: AnyTransitionDefinition) => IndexedTransition | undefined;
}

/** Lists the transitions of a config, once for all who ask. */
export const indexTransitions: typeof toIndex = remembered(toIndex);

function toIndex(config: WorkflowConfig): TransitionIndex {
  const byEvent = new Map<string, readonly IndexedTransition[]>();
  const visit = (state: StateConfig, keys: readonly string[]): void => {
    for (const [event, list] of transitionsOf(state, keys, config.id))
      byEvent.set(`${keys.join('.')} ${event}`, list);
    for (const [key, inner] of Object.entries(state.states ?? {}))
      visit(inner, [...keys, key]);
  };
  for (const [key, state] of Object.entries(config.states)) visit(state, [key]);
  const known = new WeakMap<AnyTransitionDefinition, IndexedTransition | undefined>();
  return {
    all: [...byEvent.values()].flat(),
    alwaysAt: (place) => byEvent.get(`${place} always`) ?? [],
    find: (definition) => {
      if (known.has(definition)) return known.get(definition);
      const { source, eventType } = definition;
      const siblings = source.transitions.get(eventType) ?? source.always ?? [];
      const event = source.transitions.has(eventType) ? eventType : 'always';
      const index = (siblings as readonly AnyTransitionDefinition[]).indexOf(definition);
      const found = byEvent.get(`${source.path.join('.')} ${event}`)?.[index];
      known.set(definition, found);
      return found;
    },
  };
}

function transitionsOf(
  state: StateConfig,
  keys: readonly string[],
  id: string,
): readonly (readonly [string, readonly IndexedTransition[]])[] {
  const from = keys.join('.');
  const toIndexed = (
    event: string,
    list: readonly TransitionConfig[],
    invoke?: InvokeConfig,
  ): readonly [string, readonly IndexedTransition[]] => [
    event,
    list.map((config, index) => ({
      id: `${from} ${event} ${index}`,
      from,
      to: targetPlace(config.target, keys, id),
      config,
      ...(invoke === undefined ? {} : { invoke }),
    })),
  ];
  return [
    ...(state.always === undefined ? [] : [toIndexed('always', state.always)]),
    ...invokesOf(state).flatMap((invoke) => [
      toIndexed(`xstate.done.actor.${invoke.id}`, invoke.onDone, invoke),
      toIndexed(`xstate.error.actor.${invoke.id}`, invoke.onError ?? [], invoke),
    ]),
  ];
}

/** A target is the key of a sibling, or `#machine.key`. */
function targetPlace(target: string, keys: readonly string[], id: string): string {
  if (target.startsWith(`#${id}.`)) return target.slice(id.length + 2);
  return [...keys.slice(0, -1), target].join('.');
}
