import type { StepExpression } from '../../../expressions/index.ts';
import { pickSteps } from '../reads.ts';
import type { Picker } from '../reads.ts';
import type { WorkflowView } from '../view.ts';

/**
 * Picks what names an output of a step; `$workflows.<id>.outputs` counts as one of the step that calls the
 * workflow, when that is the only one from which it can come.
 */
export function pickCalled(view: WorkflowView): Picker<StepExpression> {
  return (expression) => {
    if (expression.kind !== 'workflows') return pickSteps(expression);
    const { text, path, pointer, workflowId } = expression;
    const stepId = onlyCallerOf(view, workflowId);
    return stepId === undefined
      ? undefined
      : { kind: 'steps', text, stepId, path, pointer };
  };
}

function onlyCallerOf(
  { document, plan, steps, isRunElsewhere }: WorkflowView,
  workflowId: string,
): string | undefined {
  const isOwn = document.workflows.some((each) => each.workflowId === workflowId);
  if (!isOwn || workflowId === plan.workflowId || isRunElsewhere(workflowId))
    return undefined;
  const [caller, ...others] = steps.filter(({ step }) => step.workflowId === workflowId);
  return others.length === 0 ? caller?.step.stepId : undefined;
}
