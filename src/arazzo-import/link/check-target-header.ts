import type { OperationReference } from '../../services/service.ts';
import type { Step } from '../document.ts';
import type { ParameterPlan } from '../plan.ts';
import type { WorkflowContext } from './link-workflow.ts';

/**
 * AWS JSON services choose the operation by the header `X-Amz-Target`, clients by the operationId:
 * when the two differ, the step does not do what one of its readers thinks.
 */
export function checkTargetHeader(
  { report }: WorkflowContext,
  { operationId }: OperationReference,
  parameters: readonly ParameterPlan[],
  step: Step,
): void {
  const header = parameters.find(
    ({ name, in: place }) => place === 'header' && name.toLowerCase() === 'x-amz-target',
  );
  if (operationId === undefined || typeof header?.value !== 'string') return;
  const target = header.value.slice(header.value.lastIndexOf('.') + 1);
  if (header.value.includes('$') || target.toLowerCase() === operationId.toLowerCase())
    return;
  report({
    code: 'TARGET_HEADER_MISMATCH',
    severity: 'warning',
    path: `${step.path}/parameters`,
    message: `Step "${step.stepId}" calls "${operationId}", but its X-Amz-Target header says "${header.value}".`,
    hint: `"${operationId}" is called. Make the header agree, or change the operationId.`,
  });
}
