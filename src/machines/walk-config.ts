import type {
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

/** Every call and wait of a machine's config. */
export function invokesIn(config: States): readonly InvokeConfig[] {
  const found: InvokeConfig[] = [];
  visit(config, (state) => found.push(...invokesOf(state)));
  return found;
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
  const found: (readonly CriterionPlan[])[] = [];
  for (const { meta } of Object.values(config.states))
    if (meta !== undefined) found.push(meta.successCriteria);
  for (const { guard } of transitionsIn(config))
    if (guard !== undefined && 'params' in guard && 'on' in guard.params)
      found.push(guard.params.criteria);
  return found;
}

function transitionsIn(config: WorkflowConfig): readonly TransitionConfig[] {
  const found: TransitionConfig[] = [];
  visit(config, ({ always = [], invoke = [] }) => {
    found.push(...always);
    for (const { onDone, onError = [] } of [invoke].flat())
      found.push(...onDone, ...onError);
  });
  return found;
}

/** A machine's config or a state, before the states within. */
function visit(config: States, look: (state: States) => void): void {
  look(config);
  for (const state of Object.values(config.states ?? {})) visit(state, look);
}
