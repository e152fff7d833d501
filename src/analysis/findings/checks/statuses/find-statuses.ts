import type { Finding, WorkflowView } from '../../view.ts';
import { findMistaken } from './mistaken-statuses.ts';
import { stepStatuses } from './step-statuses.ts';
import { findUnlisted } from './unlisted-statuses.ts';

/** What happens to statuses that the actions of a step forget, or take for something else. */
export function findStatuses(view: WorkflowView): readonly Finding[] {
  return view.steps.flatMap((step) => {
    const statuses = stepStatuses(step);
    if (statuses === undefined) return [];
    return [...findUnlisted(view, step, statuses), ...findMistaken(step, statuses)];
  });
}
