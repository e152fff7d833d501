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
  ): CriteriaGroup => ({
    when,
    programs: criteria.flatMap((criterion) => toProgram(context, criterion)),
  });
  return [
    group('success', successCriteria),
    ...onSuccess.flatMap((action) =>
      action.kind === 'reusable' ? [] : [group('onSuccess', action.criteria)],
    ),
    ...onFailure.flatMap((action) =>
      action.kind === 'reusable' ? [] : [group('onFailure', action.criteria)],
    ),
  ];
}

function toProgram(
  { engines }: WorkflowContext,
  criterion: Criterion,
): readonly LocatedProgram[] {
  const { condition, context, type, version, path } = criterion;
  const source = {
    condition,
    type,
    ...(context === undefined ? {} : { context }),
    ...(version === undefined ? {} : { version }),
  };
  const parsed = parseCriterionOnce(source, engines);
  return parsed.ok ? [{ path, program: parsed.value }] : [];
}
