import { didYouMean } from '../../diagnostics/index.ts';
import type { OperationReference } from '../../services/service.ts';
import { defined } from '../defined.ts';
import type { OpenApiSource } from '../sources/document-unit.ts';
import type { LinkContext } from './link-context.ts';
import { listNames } from './list-names.ts';
import type { NamedOperation } from './name-operation.ts';

/**
 * Finds the operation of an API description; one that is not there is reported and taken as it is
 * named, so that the rest of the workflow can be looked at. Section 4.6.5.
 */
export function linkOperation(
  context: LinkContext,
  source: OpenApiSource,
  named: NamedOperation,
): OperationReference {
  const reference = toReference(source, named);
  if (source.operations === undefined) return reference;
  const found = source.operations.find(reference);
  if (found !== undefined) return found;
  const only = onlyMethod(context, source, named);
  if (only !== undefined) return only;
  reportUnknown(context, source, named);
  return reference;
}

function toReference(
  { key }: OpenApiSource,
  { operationId, operationPath }: NamedOperation,
): OperationReference {
  return defined({ source: key, operationId, operationPath });
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** A pointer to a path means its operation, when there is only one (checklist C-32). */
function onlyMethod(
  { report }: LinkContext,
  { key, operations, description: { name } }: OpenApiSource,
  { operationPath, path }: NamedOperation,
): OperationReference | undefined {
  if (operationPath === undefined || operations === undefined) return undefined;
  const there = methods.flatMap((method) => {
    const pointer = `${operationPath.replace(/\/$/u, '')}/${method}`;
    return operations.find({ source: key, operationPath: pointer }) ?? [];
  });
  const [only, second] = there;
  if (only === undefined || second !== undefined) return undefined;
  report({
    code: 'PATH_WITHOUT_METHOD',
    severity: 'warning',
    path,
    message: `"${operationPath}" names a path and not what is done with it; its only operation is meant.`,
    hint: `Write '{$sourceDescriptions.${name}.url}#${only.operationPath ?? ''}'.`,
  });
  return only;
}

function reportUnknown(
  { report }: LinkContext,
  { operations, description: { name } }: OpenApiSource,
  { operationId, operationPath, path }: NamedOperation,
): void {
  const operationIds = operations?.operationIds ?? [];
  const near =
    operationId === undefined ? undefined : didYouMean(operationId, operationIds);
  report({
    code: 'UNKNOWN_OPERATION',
    path,
    message: `The source "${name}" has no operation ${operationId === undefined ? `at "${operationPath ?? ''}"` : `"${operationId}"`}.`,
    hint:
      near ??
      `It has ${operationIds.length === 0 ? 'no operation with an id' : listNames(operationIds)}.`,
  });
}
