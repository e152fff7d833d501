import type { CriterionProgram } from '../../expressions/index.ts';
import type { Criterion, Step } from '../document.ts';
import type { WorkflowContext } from '../link/link-workflow.ts';
import { parseCriterionOnce } from '../parse-criterion-once.ts';

/** A criterion that can be evaluated, with its place. */
interface LocatedProgram {
  readonly path: string;
  readonly program: CriterionProgram;
}

/** Criteria that must all hold. */
export interface CriteriaGroup {
  /** When they are looked at. */
  readonly when: 'success' | 'onSuccess' | 'onFailure';
  readonly programs: readonly LocatedProgram[];
}

/** The criteria that stand in a step itself; those that cannot be read have been reported. */
export function stepCriteria(
  context: WorkflowContext,
  { successCriteria, onSuccess, onFailure }: Step,
): readonly CriteriaGroup[] {
  const group = (
    when: CriteriaGroup['when'],
    criteria: readonly Criterion[],
  ): CriteriaGroup => ({ when, programs: toPrograms(context, criteria) });
  const groups = [group('success', successCriteria)];
  for (const action of onSuccess)
    if (action.kind !== 'reusable') groups.push(group('onSuccess', action.criteria));
  for (const action of onFailure)
    if (action.kind !== 'reusable') groups.push(group('onFailure', action.criteria));
  return groups;
}

function toPrograms(
  { engines }: WorkflowContext,
  criteria: readonly Criterion[],
): readonly LocatedProgram[] {
  const programs: LocatedProgram[] = [];
  for (const criterion of criteria) {
    const parsed = parseCriterionOnce(criterion, engines);
    if (parsed.ok) programs.push({ path: criterion.path, program: parsed.value });
  }
  return programs;
}
