import { findResponse } from '../../openapi/index.ts';
import { listNames } from '../link/list-names.ts';
import type { CalledOperation } from './called-operation.ts';
import { statusTests } from './status-tests.ts';
import type { CriteriaGroup } from './step-criteria.ts';

/** Reports criteria that want a status code which the operation does not have. */
export function checkStatuses(call: CalledOperation): void {
  if (call.operation.responses.length === 0) return;
  for (const group of call.criteria)
    for (const { path, program } of group.programs)
      for (const statuses of statusTests([program]).equal)
        checkStatus(call, { path, statuses, group });
}

interface Test {
  readonly path: string;
  readonly statuses: readonly number[];
  readonly group: CriteriaGroup;
}

function checkStatus(
  { context: { report }, operation: { responses }, name, step }: CalledOperation,
  { path, statuses, group: { when } }: Test,
): void {
  if (statuses.some((status) => findResponse(responses, status) !== undefined)) return;
  // Descriptions leave out most of what can go wrong.
  if (when === 'onFailure' || statuses.some((status) => status >= 400)) return;
  const documented = responses.map(({ status }) => status);
  report({
    code: 'UNDOCUMENTED_STATUS',
    severity: 'warning',
    path: `${path}/condition`,
    message:
      when === 'success'
        ? `Step "${step.stepId}" succeeds only with the status ${statuses.join(' or ')}, which "${name}" does not document.`
        : `An action of step "${step.stepId}" waits for the status ${statuses.join(' or ')}, which "${name}" does not document.`,
    hint: `It documents ${listNames(documented)}.`,
  });
}
