import { referencesOf } from '../../expressions/index.ts';
import { defined } from '../defined.ts';
import type { Criterion } from '../document.ts';
import { parseCriterionOnce } from '../parse-criterion-once.ts';
import type { CriterionPlan } from '../plan.ts';
import { describeValue } from '../parse/describe-value.ts';
import { checkReferences } from './check-references.ts';
import type { WorkflowContext } from './link-workflow.ts';

/** Criteria without their places; reports those that cannot be evaluated. Section 4.6.11. */
export function linkCriteria(
  context: WorkflowContext,
  criteria: readonly Criterion[],
): readonly CriterionPlan[] {
  return criteria.map((criterion) => {
    const plan = toPlan(criterion);
    checkCriterion(context, plan, criterion.path);
    return plan;
  });
}

function toPlan({ condition, context, type, version }: Criterion): CriterionPlan {
  return defined({ condition, context, type, version });
}

function checkCriterion(
  context: WorkflowContext,
  criterion: CriterionPlan,
  path: string,
): void {
  const parsed = parseCriterionOnce(criterion, context.engines);
  const place = `${path}/condition`;
  if (!parsed.ok) {
    const { field = 'condition', message, hint } = parsed.error;
    context.report(
      defined({
        code: 'INVALID_CONDITION' as const,
        path: `${path}/${field}`,
        message: `The condition ${describeValue(criterion.condition)} cannot be evaluated: ${message}`,
        hint,
      }),
    );
    return;
  }
  for (const { code, message, hint } of parsed.notes) {
    context.report({ code, severity: 'warning', path: place, message, hint });
  }
  checkReferences(context, referencesOf(parsed.value), place);
}
