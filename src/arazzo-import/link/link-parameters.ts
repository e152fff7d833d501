import type { Parameter, Step, Workflow } from '../document.ts';
import type { ParameterPlan } from '../plan.ts';
import { checkTemplate } from './check-template.ts';
import type { WorkflowContext } from './link-workflow.ts';
import { hasReferences, linkReusables } from './link-reusable.ts';

/**
 * The parameters of a step's operation: the step's own, and those of the workflow that it does not
 * override. Sections 4.6.4 (`parameters`) and 4.6.5 of the specification.
 */
export function linkParameters(
  context: WorkflowContext,
  workflow: Workflow,
  step: Step,
): readonly ParameterPlan[] {
  const own = distinct(context, step.parameters);
  const inherited = linkReusables(context, 'parameters', workflow.parameters);
  const overridden = new Set(own.map(keyOf));
  return [
    ...inherited.filter((parameter) => !overridden.has(keyOf(parameter))),
    ...own,
  ].flatMap((parameter) => toPlan(context, parameter, step));
}

/** Parameters are the same by name and place; header names have no case (A-PARAM-07, A-PARAM-09). */
function keyOf({ name, in: place }: Parameter): string {
  return `${place ?? ''} ${place === 'header' ? name.toLowerCase() : name}`;
}

/** The parameters of a list; one that a reference brings a second time is reported. */
function distinct(
  context: WorkflowContext,
  list: Step['parameters'],
): readonly Parameter[] {
  const seen = new Set<string>();
  return linkReusables(context, 'parameters', list).filter((parameter) => {
    const key = keyOf(parameter);
    if (!seen.has(key)) return seen.add(key);
    if (!hasReferences(list)) return false;
    context.report({
      code: 'DUPLICATE_NAME',
      path: parameter.path,
      message: `The parameter "${parameter.name}" in ${parameter.in ?? 'no place'} is there twice.`,
      hint: 'Keep one of them.',
    });
    return false;
  });
}

function toPlan(
  context: WorkflowContext,
  parameter: Parameter,
  step: Step,
): readonly ParameterPlan[] {
  const { name, in: place, value, path } = parameter;
  if (place === undefined) {
    // What stands in the step itself was reported when it was read.
    if (path.startsWith(`${step.path}/`)) return [];
    context.report({
      code: 'MISSING_FIELD',
      path,
      message: `The parameter "${name}" reaches an operation and does not say where it goes.`,
      hint: 'Add "in: path", "in: query", "in: header" or "in: cookie".',
    });
    return [];
  }
  if (place === 'querystring') {
    context.report({
      code: 'UNSUPPORTED_PARAMETER_LOCATION',
      path: `${path}/in`,
      message: `The parameter "${name}" is the whole query string, which cannot be sent yet.`,
      hint: 'Give its parts as parameters with "in: query".',
    });
    return [];
  }
  checkTemplate(context, value, `${path}/value`);
  return [{ name, in: place, value }];
}
