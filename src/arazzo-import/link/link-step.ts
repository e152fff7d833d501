import { defined } from '../defined.ts';
import type { Step, Workflow } from '../document.ts';
import type { CallPlan, RequestBodyPlan, StepPlan } from '../plan.ts';
import { checkTargetHeader } from './check-target-header.ts';
import { checkTemplate } from './check-template.ts';
import { linkFailureActions, linkSuccessActions } from './link-actions.ts';
import { linkCriteria } from './link-criteria.ts';
import { linkOperation } from './link-operation.ts';
import { linkParameters } from './link-parameters.ts';
import { linkRequestBody } from './link-request-body.ts';
import type { WorkflowContext } from './link-workflow.ts';

/** Resolves everything that a step refers to; `undefined` when it calls nothing that can be called. */
export function linkStep(
  context: WorkflowContext,
  workflow: Workflow,
  step: Step,
): StepPlan | undefined {
  const call = linkCall(context, workflow, step);
  checkTemplate(context, step.outputs, `${step.path}/outputs`);
  const rest = defined({
    stepId: step.stepId,
    description: step.description,
    successCriteria: linkCriteria(context, step.successCriteria),
    onSuccess: linkSuccessActions(context, workflow, step),
    onFailure: linkFailureActions(context, workflow, step),
    outputs: step.outputs,
    timeout: step.timeout,
  });
  return call === undefined ? undefined : { ...rest, call };
}

function linkCall(
  context: WorkflowContext,
  workflow: Workflow,
  step: Step,
): CallPlan | undefined {
  if (reportUnsupported(context, step)) return undefined;
  const parameters = linkParameters(context, workflow, step);
  const requestBody = linkBody(context, step);
  const operation = linkOperation(context, step);
  if (operation === undefined) return undefined;
  checkTargetHeader(context, operation, parameters, step);
  return defined({
    kind: 'operation' as const,
    operation,
    parameters,
    requestBody,
  });
}

function linkBody(
  context: WorkflowContext,
  { requestBody }: Step,
): RequestBodyPlan | undefined {
  return requestBody === undefined ? undefined : linkRequestBody(context, requestBody);
}

/** Reports what a step wants and cannot have yet. */
function reportUnsupported({ report }: WorkflowContext, step: Step): boolean {
  if (step.workflowId !== undefined) {
    report({
      code: 'UNSUPPORTED_WORKFLOW_STEP',
      path: `${step.path}/workflowId`,
      message: `Step "${step.stepId}" calls workflow "${step.workflowId}", which cannot be done yet.`,
      hint: 'Write the steps of that workflow here.',
    });
    return true;
  }
  if (step.channelPath !== undefined) {
    report({
      code: 'UNSUPPORTED_CHANNEL',
      path: `${step.path}/channelPath`,
      message: `Step "${step.stepId}" uses an AsyncAPI channel, which cannot be done yet.`,
    });
    return true;
  }
  if (step.dependsOn.length === 0) return false;
  report({
    code: 'UNSUPPORTED_DEPENDS_ON',
    path: `${step.path}/dependsOn`,
    message: `Step "${step.stepId}" depends on other steps, which is not looked at yet.`,
    hint: 'Steps run in the order of the list; put it after the steps it needs and leave out "dependsOn".',
  });
  return true;
}
