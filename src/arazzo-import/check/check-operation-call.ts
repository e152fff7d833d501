import type { OperationReference } from '../../services/service.ts';
import type { Step } from '../document.ts';
import type { MergedParameters } from '../link/link-parameters.ts';
import type { WorkflowContext } from '../link/link-workflow.ts';
import type { OpenApiSource } from '../sources/document-unit.ts';
import { describedOperation } from './called-operation.ts';
import { checkDescription } from './check-description.ts';
import { checkOperationName } from './check-operation-name.ts';
import { checkParameterValues } from './check-parameter-values.ts';
import { checkParameters } from './check-parameters.ts';
import { checkRequestBody } from './check-request-body.ts';
import { checkResponseMembers } from './check-response-members.ts';
import { checkStatuses } from './check-statuses.ts';
import { stepCriteria } from './step-criteria.ts';
import { wantsRefusal } from './wants-refusal.ts';

/** What a step gives to an operation. */
export interface OperationCall {
  readonly step: Step;
  readonly source: OpenApiSource;
  readonly operation: OperationReference;
  readonly parameters: MergedParameters;
}

/**
 * Compares a step with what the API description says about the operation that it calls, and reports
 * where they contradict each other. Without a description there is nothing to report.
 *
 * @returns the status codes that the description has for the operation
 */
export function checkOperationCall(
  context: WorkflowContext,
  { step, source, operation, parameters }: OperationCall,
): readonly string[] | undefined {
  const described = describedOperation(source, operation);
  if (described === undefined) return undefined;
  const criteria = stepCriteria(context, step);
  const call = { context, step, criteria, parameters, ...described };
  checkOperationName(call);
  checkParameters(call);
  if (!wantsRefusal(call)) {
    checkParameterValues(call);
    checkRequestBody(call);
  }
  checkStatuses(call);
  checkResponseMembers(call);
  // Last, because problems are found while the description is read.
  checkDescription(call, source);
  const statuses = call.operation.responses.map(({ status }) => status);
  return statuses.length === 0 ? undefined : statuses;
}
