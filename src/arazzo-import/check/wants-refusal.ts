import type { CalledOperation } from './called-operation.ts';
import { statusTests } from './status-tests.ts';
import { stepCriteria } from './step-criteria.ts';

/** Whether a step succeeds when the server refuses: then its request is wrong on purpose. */
export function wantsRefusal({
  context,
  step,
}: Pick<CalledOperation, 'context' | 'step'>): boolean {
  const [success] = stepCriteria(context, step);
  const { equal } = statusTests(success?.programs.map(({ program }) => program) ?? []);
  return equal.some((statuses) => statuses.every((status) => status >= 400));
}
