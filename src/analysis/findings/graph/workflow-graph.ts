import type {
  ActionGuardParams,
  StateConfig,
  TransitionConfig,
  WorkflowConfig,
} from '../../../arazzo-import/compile/config.ts';
import { invokesOf } from '../../../machines/walk-config.ts';

/** The states of a workflow and the ways between them. What happens within a step is left out. */
export interface WorkflowGraph {
  readonly initial: string;
  readonly keys: readonly string[];
  readonly edgesFrom: ReadonlyMap<string, readonly Edge[]>;
  /** The key of a step's state, by stepId. */
  readonly keyOf: ReadonlyMap<string, string>;
  /** The stepId of a state. */
  readonly stepOf: ReadonlyMap<string, string>;
  /** The key of the final state of a workflow that is completed. */
  readonly completed: string | undefined;
  /** Steps that a retry runs before it repeats its own. */
  readonly helpers: ReadonlySet<string>;
}

/** A way from one state to another, or back to the same. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** How the step has ended: `other` is what is about no step's own end. */
  readonly outcome: 'success' | 'failure' | 'other';
  /** The action that leads there; absent when none does. */
  readonly action?: string;
  /** Taken only so often: a retry. */
  readonly isLimited?: true;
}

/** The graph of a workflow's config. */
export function toWorkflowGraph(config: WorkflowConfig): WorkflowGraph {
  const entries = Object.entries(config.states);
  const steps = entries.flatMap(([key, { meta }]) =>
    meta === undefined ? [] : [[meta.stepId, key] as const],
  );
  const toKey = createToKey(config);
  return {
    initial: config.initial,
    keys: entries.map(([key]) => key),
    edgesFrom: new Map(
      entries.map(([key, state]) => [key, edgesOf(key, state, toKey)] as const),
    ),
    keyOf: new Map(steps),
    stepOf: new Map(steps.map(([stepId, key]) => [key, stepId])),
    completed: entries.find(([, { output }]) => output?.status === 'completed')?.[0],
    helpers: new Set(entries.flatMap(([, state]) => helpersIn(state))),
  };
}

type ToKey = (target: string) => string | undefined;

/** The state at the top that a target stands for, or stands in; none for one beside it within a step. */
function createToKey({ id, states }: WorkflowConfig): ToKey {
  const prefix = `#${id}.`;
  return (target) => {
    if (!target.startsWith(prefix)) return undefined;
    const path = target.slice(prefix.length);
    return Object.hasOwn(states, path) ? path : path.split('.')[0];
  };
}

function edgesOf(key: string, state: StateConfig, toKey: ToKey): readonly Edge[] {
  const own = transitionsOf(state).map((transition) =>
    toEdge(key, transition, toKey(transition.target) ?? transition.target),
  );
  const inner = Object.values(state.states ?? {}).flatMap((child) =>
    innerTransitions(child).map((transition) =>
      toEdge(key, transition, toKey(transition.target) ?? key),
    ),
  );
  return distinct([...own, ...inner]).filter(
    (edge) => edge.to !== key || edge.action !== undefined || edge.outcome !== 'other',
  );
}

/** An action leads to the same place whether there was a bad answer or none. */
function distinct(edges: readonly Edge[]): readonly Edge[] {
  const known = new Map(
    edges.map((edge) => [`${edge.outcome} ${edge.to} ${edge.action ?? ''}`, edge]),
  );
  return [...known.values()];
}

function toEdge(from: string, { guard, meta }: TransitionConfig, to: string): Edge {
  const base = { from, to };
  if (meta?.kind === 'next' || meta?.kind === 'pending')
    return { ...base, outcome: 'success' };
  if (meta?.kind !== 'action') {
    const isOther = meta === undefined || meta.kind === 'workflow';
    return { ...base, outcome: isOther ? 'other' : 'failure' };
  }
  const params = actionParams(guard);
  return {
    ...base,
    outcome: params?.on ?? 'other',
    ...(meta.action === undefined ? {} : { action: meta.action }),
    ...(params?.retryLimit === undefined ? {} : { isLimited: true }),
  };
}

function actionParams(guard: TransitionConfig['guard']): ActionGuardParams | undefined {
  return guard !== undefined && 'params' in guard && 'on' in guard.params
    ? guard.params
    : undefined;
}

function transitionsOf(state: StateConfig): readonly TransitionConfig[] {
  const { always = [] } = state;
  const calls = invokesOf(state).flatMap(({ onDone, onError = [] }) => [
    ...onDone,
    ...onError,
  ]);
  return [...always, ...calls];
}

function innerTransitions(state: StateConfig): readonly TransitionConfig[] {
  return [
    ...transitionsOf(state),
    ...Object.values(state.states ?? {}).flatMap(innerTransitions),
  ];
}

function helpersIn({ meta, states = {} }: StateConfig): readonly string[] {
  if (meta === undefined) return [];
  return Object.values(states).flatMap((state) =>
    invokesOf(state).flatMap(({ input }) =>
      'stepId' in input && input.stepId !== undefined && input.stepId !== meta.stepId
        ? [input.stepId]
        : [],
    ),
  );
}
