import type { Json, Step } from '../document.ts';
import type { CallPlan, StepPlan } from '../plan.ts';
import type { LinkContext } from './link-context.ts';

/** The steps whose outputs a step needs before it can be called (B-DEP-04). */
export function stepsReadBy(
  { readText }: Pick<LinkContext, 'readText'>,
  { call }: StepPlan,
): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: Json): void => {
    if (typeof value === 'string') {
      for (const expression of readText(value).references)
        if (expression.kind === 'steps') found.add(expression.stepId);
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(look);
    }
  };
  valuesOf(call).forEach(look);
  return found;
}

/** Everything that a call is made of and that is evaluated. */
function valuesOf(call: CallPlan): readonly Json[] {
  if (call.kind === 'workflow') return Object.values(call.inputs);
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
