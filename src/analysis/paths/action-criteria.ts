import type { TransitionConfig } from '../../arazzo-import/compile/config.ts';
import type { CriterionPlan } from '../../arazzo-import/plan.ts';
import { actionGuardOf } from '../../machines/walk-config.ts';

/** The criteria of the actions among transitions, a list for each. */
export function actionCriteria(
  transitions: readonly TransitionConfig[],
): readonly (readonly CriterionPlan[])[] {
  return transitions.flatMap((transition) => {
    const action = actionGuardOf(transition);
    return action === undefined ? [] : [action.criteria];
  });
}
