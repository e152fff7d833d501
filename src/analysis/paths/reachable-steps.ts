import type { WorkflowConfig } from '../../arazzo-import/compile/config.ts';
import { remembered } from '../cases/remembered.ts';
import { outermost } from './place.ts';
import { indexTransitions } from './transition-index.ts';

/** Which steps can follow which. */
interface ReachableSteps {
  /** Whether a run that is in a state (its outermost key) can still get to a step, or is in it. */
  readonly canReach: (key: string, stepId: string) => boolean;
}

/** Finds out which steps can follow which, by the transitions alone, once for all who ask. */
export const reachableSteps: typeof findReachable = remembered(findReachable);

function findReachable(config: WorkflowConfig): ReachableSteps {
  const before = new Map<string, Set<string>>();
  for (const { from, to } of indexTransitions(config).all) {
    const target = outermost(to);
    before.set(target, (before.get(target) ?? new Set()).add(outermost(from)));
  }
  const keyOf = new Map(
    Object.entries(config.states).map(([key, { meta }]) => [meta?.stepId ?? '', key]),
  );
  const found = new Map<string, ReadonlySet<string>>();
  return {
    canReach: (key, stepId) => {
      const target = keyOf.get(stepId) ?? stepId;
      const known = found.get(target) ?? collectBefore(target, before);
      found.set(target, known);
      return known.has(key);
    },
  };
}

function collectBefore(
  target: string,
  before: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const seen = new Set([target]);
  // It grows while it is read.
  for (const key of seen) for (const each of before.get(key) ?? []) seen.add(each);
  return seen;
}
