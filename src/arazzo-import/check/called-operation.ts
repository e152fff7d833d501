import type { OpenApiDescription, OpenApiOperation } from '../../openapi/index.ts';
import type { OperationReference } from '../../services/service.ts';
import type { Step } from '../document.ts';
import type { MergedParameters } from '../link/link-parameters.ts';
import type { WorkflowContext } from '../link/link-workflow.ts';
import type { OpenApiSource } from '../sources/document-unit.ts';
import type { CriteriaGroup } from './step-criteria.ts';

/** A step, and what is known about the operation that it calls. */
export interface CalledOperation {
  readonly context: WorkflowContext;
  readonly step: Step;
  /** Those of the step that can be evaluated. */
  readonly criteria: readonly CriteriaGroup[];
  /** With those that the workflow gives to all its steps. */
  readonly parameters: MergedParameters;
  readonly description: OpenApiDescription;
  readonly operation: OpenApiOperation;
  /** `createPet`, or `POST /pets` for an operation without an id. */
  readonly name: string;
}

/**
 * Finds what the description of an API says about an operation. `undefined` when there is nothing to
 * compare a step with: no description, or one of an AWS API, whose clients put a request together in
 * a way of their own.
 */
export function describedOperation(
  source: OpenApiSource,
  { operationId, operationPath }: OperationReference,
): Pick<CalledOperation, 'description' | 'operation' | 'name'> | undefined {
  const { openapi } = source;
  if (openapi === undefined || openapi.serviceName !== undefined) return undefined;
  if (openapi.servers.some((url) => awsHost.test(url))) return undefined;
  const { description } = openapi;
  const operation =
    operationPath === undefined
      ? operationId === undefined
        ? undefined
        : description.read({ operationId })
      : description.read({ pointer: operationPath });
  if (operation === undefined || operation.path.includes('#')) return undefined;
  const name = operation.operationId ?? `${operation.method} ${operation.path}`;
  return { description, operation, name };
}

const awsHost = /^https?:\/\/[^/]*\.(?:amazonaws\.com(?:\.cn)?|api\.aws)(?:[:/]|$)/iu;
