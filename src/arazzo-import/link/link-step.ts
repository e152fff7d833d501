import { checkOperationCall } from '../check/check-operation-call.ts';
import { checkWorkflowCall } from '../check/check-workflow-call.ts';
import { defined } from '../defined.ts';
import type { Step, Workflow } from '../document.ts';
import type { CallPlan, RequestBodyPlan, StepPlan } from '../plan.ts';
import { calledOutputs } from './called-outputs.ts';
import { checkTargetHeader } from './check-target-header.ts';
import { checkTemplate } from './check-template.ts';
import { linkFailureActions, linkSuccessActions } from './link-actions.ts';
import { linkChannel, nameChannel } from './link-channel.ts';
import { linkCriteria } from './link-criteria.ts';
import { linkOperation } from './link-operation.ts';
import {
  linkParameters,
  mergeParameters,
  reportChannelParameters,
} from './link-parameters.ts';
import { linkRequestBody } from './link-request-body.ts';
import { linkStepInputs } from './link-workflow-inputs.ts';
import { linkWorkflowReference } from './link-workflow-reference.ts';
import type { WorkflowContext } from './link-workflow.ts';
import { nameOperation } from './name-operation.ts';

/** Resolves everything that a step refers to; `undefined` when it calls nothing that can be called. */
export function linkStep(
  context: WorkflowContext,
  workflow: Workflow,
  step: Step,
): StepPlan | undefined {
  const call = linkCall(context, workflow, step);
  const ended = { ...context, called: calledOutputs(context, step) };
  checkTemplate(ended, step.outputs, `${step.path}/outputs`);
  const successCriteria = linkCriteria(ended, step.successCriteria);
  const onSuccess = linkSuccessActions(ended, workflow, step);
  const onFailure = linkFailureActions(ended, workflow, step);
  if (call === undefined) return undefined;
  return defined({
    stepId: step.stepId,
    description: step.description,
    successCriteria,
    onSuccess,
    onFailure,
    outputs: step.outputs,
    timeout: step.timeout,
    call,
  });
}

function linkCall(
  context: WorkflowContext,
  workflow: Workflow,
  step: Step,
): CallPlan | undefined {
  if (step.workflowId !== undefined)
    return linkWorkflowCall(context, workflow, step, step.workflowId);
  const merged = mergeParameters(context, workflow, step);
  const parameters = linkParameters(context, merged, step);
  const requestBody = linkBody(context, step);
  const named =
    step.channelPath === undefined
      ? nameOperation(context, step)
      : nameChannel(context, step.channelPath, `${step.path}/channelPath`);
  if (named === undefined) return undefined;
  const { source } = named;
  if (source.kind === 'asyncapi')
    return linkChannel(context, { ...named, source }, step, {
      parameters,
      requestBody,
      merged,
    });
  reportStrayAction(context, step, source.description.name);
  reportChannelParameters(context, merged);
  const operation = linkOperation(context, source, named);
  checkTargetHeader(context, operation, parameters, step);
  const call = { step, source, operation, parameters: merged };
  return defined({
    kind: 'operation' as const,
    operation,
    documentedStatuses: checkOperationCall(context, call),
    parameters,
    requestBody,
  });
}

function linkWorkflowCall(
  context: WorkflowContext,
  workflow: Workflow,
  step: Step,
  workflowId: string,
): CallPlan | undefined {
  const target = linkWorkflowReference(context, workflowId, `${step.path}/workflowId`);
  if (target === undefined) return undefined;
  const parameters = mergeParameters(context, workflow, step);
  const inputs = linkStepInputs(context, target, parameters);
  checkWorkflowCall(context, step, target, inputs);
  const { key, name, workflowId: id } = target;
  return { kind: 'workflow', workflow: { key, name, workflowId: id }, inputs };
}

function linkBody(
  context: WorkflowContext,
  { requestBody }: Step,
): RequestBodyPlan | undefined {
  return requestBody === undefined ? undefined : linkRequestBody(context, requestBody);
}

/** Only messages are sent or received (B-STEP-04). */
function reportStrayAction(
  { report }: WorkflowContext,
  { stepId, action, path }: Step,
  source: string,
): void {
  if (action === undefined) return;
  report({
    code: 'CONFLICTING_FIELDS',
    path: `${path}/action`,
    message: `Step "${stepId}" has an "action", but its source "${source}" is no AsyncAPI description.`,
    hint: 'Remove it: an operation of OpenAPI is called.',
  });
}
