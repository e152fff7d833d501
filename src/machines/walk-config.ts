import type {
  ActionGuardParams,
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
  const found: GuardConfig[] = [];
  visitTransitions(config, ({ guard }) => {
    if (guard !== undefined) found.push(guard);
  });
  return found;
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
  return isList(invoke) ? invoke : [invoke];
}

/** A config and those of the workflows that it carries. */
export function configsIn(config: WorkflowConfig): readonly WorkflowConfig[] {
  return [config, ...Object.values(config.meta.workflows ?? {})];
}

/** Every criterion in a machine's config: of steps, and of their actions. */
export function criteriaIn(config: WorkflowConfig): readonly CriterionPlan[] {
  const found: CriterionPlan[] = [];
  for (const { meta } of Object.values(config.states))
    if (meta !== undefined) found.push(...meta.successCriteria);
  visitTransitions(config, (transition) => {
    found.push(...(actionGuardOf(transition)?.criteria ?? []));
  });
  return found;
}

function visitTransitions(
  config: WorkflowConfig,
  look: (transition: TransitionConfig) => void,
): void {
  visit(config, (state) => {
    for (const transition of state.always ?? []) look(transition);
    for (const { onDone, onError = [] } of invokesOf(state)) {
      for (const transition of onDone) look(transition);
      for (const transition of onError) look(transition);
    }
  });
}

/** A machine's config or a state, before the states within. */
function visit(config: States, look: (state: States) => void): void {
  look(config);
  if (config.states === undefined) return;
  for (const state of Object.values(config.states)) visit(state, look);
}

/** As TypeScript would have it of readonly lists. */
function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

/** What the guard of a Success or Failure Action asks; `undefined` for the guard of anything else. */
export function actionGuardOf({
  guard,
}: Pick<TransitionConfig, 'guard'>): ActionGuardParams | undefined {
  return guard !== undefined && 'params' in guard && 'on' in guard.params
    ? guard.params
    : undefined;
}
