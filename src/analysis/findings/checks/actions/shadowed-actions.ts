import type { CriterionReading } from '../../criteria/demand.ts';
import { implies } from '../../criteria/implies.ts';
import { readingsOf } from '../../view.ts';
import type { ActionView, Finding, StepView } from '../../view.ts';

/** Actions that another one before them always takes the answer from. */
export function findShadowed(
  { step }: StepView,
  actions: readonly ActionView[],
  success: readonly CriterionReading[],
): readonly Finding[] {
  return actions.flatMap((action, index) => {
    if (action.isInherited) return [];
    const known = [...success, ...readingsOf(action.criteria)];
    const before = actions
      .slice(0, index)
      .find(
        (each) =>
          each.action.type !== 'retry' && implies(known, readingsOf(each.criteria)),
      );
    return before === undefined ? [] : [shadowed(step.stepId, action, before)];
  });
}

function shadowed(stepId: string, action: ActionView, before: ActionView): Finding {
  const first = before.action.name;
  return {
    code: 'SHADOWED_ACTION',
    severity: 'warning',
    path: action.path,
    message:
      before.criteria.length === 0
        ? `The action "${action.action.name}" of step "${stepId}" is never taken: "${first}" stands before it and has no criteria.`
        : `The action "${action.action.name}" of step "${stepId}" is never taken: "${first}" stands before it, and its criteria hold as well.`,
    hint: `The first action whose criteria hold is taken. Put "${action.action.name}" before "${first}", or give "${first}" other criteria.`,
  };
}
