import type { CalledOperation } from './called-operation.ts';
import { statusTests } from './status-tests.ts';

/** Whether a step succeeds when the server refuses: then its request is wrong on purpose. */
export function wantsRefusal({
  criteria: [success],
}: Pick<CalledOperation, 'criteria'>): boolean {
  const { equal } = statusTests(success?.programs.map(({ program }) => program) ?? []);
  return equal.some((statuses) => statuses.every((status) => status >= 400));
}
