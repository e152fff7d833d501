import type { WorkflowConfig } from '../../arazzo-import/compile/config.ts';
import type { CriterionPlan } from '../../arazzo-import/plan.ts';
import { actionGuardOf } from '../../machines/walk-config.ts';
import { remembered } from '../cases/remembered.ts';
import { stepTransitions } from '../paths/step-transitions.ts';
import { actionOwner, criterionId, successOwner } from './criteria-seen.ts';

/** A criterion of a workflow, with its place in words. */
export interface LocatedCriterion {
  readonly id: string;
  readonly stepId: string;
  /** `step pollDatastore`, `action datastoreActive of step pollDatastore`. */
  readonly owner: string;
  readonly condition: string;
}

/** All criteria of a workflow: of its steps and of their actions, each once. */
export const criteriaOfWorkflow: typeof findCriteria = remembered(findCriteria);

function findCriteria(config: WorkflowConfig): readonly LocatedCriterion[] {
  const found = new Map<string, LocatedCriterion>();
  const add = (
    [stepId, key]: readonly [string, string],
    owner: string,
    criteria: readonly CriterionPlan[],
  ): void => {
    for (const [index, { condition }] of criteria.entries()) {
      const id = criterionId(stepId, key, index);
      found.set(id, { id, stepId, owner, condition });
    }
  };
  for (const state of Object.values(config.states)) {
    if (state.meta === undefined) continue;
    const { stepId, successCriteria } = state.meta;
    add([stepId, successOwner], `step ${stepId}`, successCriteria);
    for (const transition of stepTransitions(state)) {
      const action = actionGuardOf(transition);
      if (action === undefined) continue;
      const { type = '' } = transition.guard ?? {};
      const owner = `action ${type} of step ${stepId}`;
      add([stepId, actionOwner(action.on, type)], owner, action.criteria);
    }
  }
  return [...found.values()];
}
