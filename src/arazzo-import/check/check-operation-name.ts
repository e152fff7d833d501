import type { CalledOperation } from './called-operation.ts';

/** Reports an id that several operations have, and a pointer where an id would do (A-STEP-15). */
export function checkOperationName({
  context: { report },
  step: { stepId, operationId, operationPath, path },
  description: { duplicateIds },
  operation,
}: CalledOperation): void {
  const id = operation.operationId;
  if (id === undefined) return;
  const isDuplicate = duplicateIds.includes(id);
  if (operationId !== undefined && isDuplicate) {
    report({
      code: 'DUPLICATE_OPERATION_ID',
      severity: 'warning',
      path: `${path}/operationId`,
      message: `Several operations of the API have the id "${id}"; step "${stepId}" calls ${operation.method} ${operation.path}.`,
      hint: `Name the operation by its operationPath: it ends in "#${operation.pointer}".`,
    });
  }
  if (operationPath === undefined || isDuplicate) return;
  report({
    code: 'OPERATION_ID_AVAILABLE',
    severity: 'info',
    path: `${path}/operationPath`,
    message: `The operation that step "${stepId}" names by its path has the id "${id}".`,
    hint: `Ids are preferred. Write "operationId: ${id}", with "$sourceDescriptions.<name>." before it when there are several sources.`,
  });
}
