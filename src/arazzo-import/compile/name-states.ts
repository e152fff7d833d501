import type { WorkflowPlan, WorkflowReference } from '../plan.ts';
import type { Ending } from './config.ts';
import { freeKey, toSafeId, toStateKeys } from './state-keys.ts';

type FinalStatus = Exclude<Ending['status'], 'goto'>;

/** The keys of a machine's states. */
export interface StateNames {
  readonly id: string;
  /** The id of the actor that ends the run in time; no step has it as its key. */
  readonly timeLimit: string;
  readonly start: string;
  /** State keys in the order of the steps. */
  readonly stepTargets: readonly string[];
  readonly keyOf: ReadonlyMap<string, string>;
  /** The state that runs another workflow after a `goto`. */
  readonly workflowKey: (workflow: WorkflowReference) => string;
  /** The states of the dependencies, by the key of the workflow. */
  readonly dependencyKeys: ReadonlyMap<string, string>;
  readonly finals: Readonly<Record<FinalStatus, string>>;
}

/** Steps keep their ids; the states that we add give way to them. */
export function nameStates(
  plan: WorkflowPlan,
  targets: readonly WorkflowReference[],
): StateNames {
  const keyOf = toStateKeys(plan.steps.map(({ stepId }) => stepId));
  const taken = new Set(keyOf.values());
  const take = (wanted: string): string => {
    const key = freeKey(wanted, taken);
    taken.add(key);
    return key;
  };
  const hasInputs = plan.inputs !== undefined && plan.inputs !== true;
  const start = take(hasInputs ? 'checkingInputs' : 'checkingDepth');
  const finals = {
    completed: take('completed'),
    ended: take('ended'),
    failed: take('failed'),
  };
  const keysOf = (workflows: readonly WorkflowReference[]): ReadonlyMap<string, string> =>
    new Map(workflows.map(({ key }) => [key, take(toSafeId(key))]));
  const dependencyKeys = keysOf(plan.dependsOn);
  const targetKeys = keysOf(targets);
  return {
    id: toSafeId(plan.key),
    timeLimit: take('timeLimit'),
    start,
    stepTargets: [...keyOf.values()],
    keyOf,
    finals,
    dependencyKeys,
    workflowKey: ({ key }) => targetKeys.get(key) ?? toSafeId(key),
  };
}
