import type {
  GuardConfig,
  StateConfig,
  TransitionConfig,
  WorkflowConfig,
} from '../arazzo-import/compile/config.ts';
import type { CriterionPlan } from '../arazzo-import/plan.ts';

/** Every guard of a machine's config. */
export function guardsIn(config: WorkflowConfig): readonly GuardConfig[] {
  const transitions = [
    ...(config.always ?? []),
    ...statesIn(config).flatMap(transitionsOf),
  ];
  return transitions.flatMap(({ guard }) => guard ?? []);
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

function statesIn({ states = {} }: Pick<StateConfig, 'states'>): readonly StateConfig[] {
  return Object.values(states).flatMap((state) => [state, ...statesIn(state)]);
}

function transitionsOf({
  always = [],
  invoke,
}: StateConfig): readonly TransitionConfig[] {
  return [...always, ...(invoke?.onDone ?? []), ...(invoke?.onError ?? [])];
}
