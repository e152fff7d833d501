import type { MachineSource } from '../../machines/machine-source.ts';
import type { OpenApiOperation } from '../../openapi/index.ts';
import type { OperationReference } from '../../services/service.ts';

/** What the description of its API says about an operation; `undefined` where there is none. */
export function describedOperation(
  { descriptionOf }: Pick<MachineSource, 'descriptionOf'>,
  { source, operationId, operationPath }: OperationReference,
): OpenApiOperation | undefined {
  const description = descriptionOf(source);
  if (operationPath !== undefined) return description?.read({ pointer: operationPath });
  return operationId === undefined ? undefined : description?.read({ operationId });
}
