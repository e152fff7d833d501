import type {
  ActionConfig,
  GuardConfig,
  InvokeConfig,
  StateConfig,
  TransitionConfig,
  WorkflowConfig,
} from '../arazzo-import/compile/config.ts';
import type { CriterionPlan } from '../arazzo-import/plan.ts';

type States = Pick<StateConfig, 'states' | 'invoke' | 'always'>;

/** Every guard of a machine's config. */
export function guardsIn(config: WorkflowConfig): readonly GuardConfig[] {
  return transitionsIn(config).flatMap(({ guard }) => guard ?? []);
}

/** Every action that a transition of a machine's config takes. */
export function actionsIn(config: WorkflowConfig): readonly ActionConfig[] {
  return transitionsIn(config).flatMap(({ actions = [] }) => actions);
}

/** Every call and wait of a machine's config. */
export function invokesIn(config: States): readonly InvokeConfig[] {
  return [config, ...statesIn(config)].flatMap(invokesOf);
}

/** What a state invokes itself. */
export function invokesOf({
  invoke = [],
}: Pick<StateConfig, 'invoke'>): readonly InvokeConfig[] {
  return [invoke].flat();
}

/** A config and those of the workflows that it carries. */
export function configsIn(config: WorkflowConfig): readonly WorkflowConfig[] {
  return [config, ...Object.values(config.meta.workflows ?? {})];
}

/** Every list of criteria in a machine's config: of steps, and of their actions. */
export function criteriaIn(
  config: WorkflowConfig,
): readonly (readonly CriterionPlan[])[] {
  return [
    ...statesIn(config).flatMap(({ meta }) =>
      meta === undefined ? [] : [meta.successCriteria],
    ),
    ...guardsIn(config).flatMap((guard) =>
      'params' in guard && 'on' in guard.params ? [guard.params.criteria] : [],
    ),
  ];
}

function transitionsIn(config: WorkflowConfig): readonly TransitionConfig[] {
  return [config, ...statesIn(config)].flatMap((state: States) => [
    ...(state.always ?? []),
    ...invokesOf(state).flatMap(({ onDone, onError = [] }) => [...onDone, ...onError]),
  ]);
}

function statesIn({ states = {} }: Pick<StateConfig, 'states'>): readonly StateConfig[] {
  return Object.values(states).flatMap((state) => [state, ...statesIn(state)]);
}
