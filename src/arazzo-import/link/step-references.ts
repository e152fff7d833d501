import { parseTemplate, referencesOf } from '../../expressions/index.ts';
import type { Step } from '../document.ts';
import type { CallPlan, StepPlan } from '../plan.ts';

/** The steps whose outputs a step needs before it can be called (B-DEP-04). */
export function stepsReadBy({ call }: StepPlan): ReadonlySet<string> {
  const { template } = parseTemplate(valuesOf(call));
  return new Set(
    referencesOf(template).flatMap((expression) =>
      expression.kind === 'steps' ? [expression.stepId] : [],
    ),
  );
}

/** Everything that a call is made of and that is evaluated. */
function valuesOf(call: CallPlan): Parameters<typeof parseTemplate>[0] {
  if (call.kind === 'workflow') return call.inputs;
  const { parameters, requestBody } = call;
  const correlationId = call.kind === 'message' ? call.correlationId : undefined;
  return [
    ...parameters.map(({ value }) => value),
    requestBody?.payload ?? null,
    ...(requestBody?.replacements ?? []).map(({ value }) => value),
    correlationId ?? null,
  ];
}

/** The steps of the same workflow that a step says it depends on. */
export function ownDependencies({ dependsOn }: Step): readonly string[] {
  return dependsOn.filter((name) => !name.startsWith('$'));
}
