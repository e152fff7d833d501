import type { OperationParameter, OperationReference } from '../service.ts';

/**
 * The name by which a client knows the operation that a document means, or `undefined`. Documents
 * converted from AWS models say it in several ways: by the name, by the name with a small first
 * letter, by an `X-Amz-Target` in a header or in the path, or with the HTTP method in front.
 */
export function findOperationName(
  names: { has(name: string): boolean },
  operation: OperationReference,
  parameters: readonly OperationParameter[] = [],
): string | undefined {
  const id = operation.operationId;
  if (id !== undefined && names.has(id)) return id;
  return otherNames(operation, parameters).find((name) => names.has(name));
}

function otherNames(
  { operationId = '', operationPath = '' }: OperationReference,
  parameters: readonly OperationParameter[],
): string[] {
  const target = parameters.find(isTarget)?.value;
  const bareId = operationId.replace(/^(?:GET|POST)_/, '');
  return [
    upperFirst(operationId),
    typeof target === 'string' ? afterDot(target) : '',
    afterDot(targetInPath.exec(operationPath)?.[1] ?? ''),
    bareId,
    upperFirst(bareId),
  ];
}

/** `/paths/~1#X-Amz-Target=HealthLake.TagResource/post`; the query protocol has `#Action=`. */
const targetInPath = /(?:X-Amz-Target|Action)(?:=|%3D)([\w.]+)/i;

function isTarget(parameter: OperationParameter): boolean {
  return parameter.in === 'header' && parameter.name.toLowerCase() === 'x-amz-target';
}

function afterDot(target: string): string {
  return target.slice(target.lastIndexOf('.') + 1);
}

function upperFirst(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}
