import type { Parameter, Step, Workflow } from '../document.ts';
import type { ParameterPlan } from '../plan.ts';
import { checkTemplate } from './check-template.ts';
import type { WorkflowContext } from './link-workflow.ts';
import { hasReferences, linkReusables } from './link-reusable.ts';

/**
 * The parameters of a step: its own, and those of the workflow that it does not override. Sections
 * 4.6.4 (`parameters`) and 4.6.5 of the specification.
 */
export function mergeParameters(
  context: WorkflowContext,
  workflow: Workflow,
  step: Step,
): MergedParameters {
  const own = distinctParameters(context, step.parameters);
  const inherited = linkReusables(context, 'parameters', workflow.parameters);
  if (inherited.length === 0) return { own, inherited };
  const overridden = new Set(own.map(keyOf));
  return {
    own,
    inherited: inherited.filter((parameter) => !overridden.has(keyOf(parameter))),
  };
}

/** The parameters of a step, by where they stand. */
export interface MergedParameters {
  readonly own: readonly Parameter[];
  /** Those of the workflow that the step does not override. */
  readonly inherited: readonly Parameter[];
}

/** Parameters are the same by name and place; header names have no case (A-PARAM-07, A-PARAM-09). */
function keyOf({ name, in: place }: Parameter): string {
  return `${place ?? ''} ${place === 'header' ? name.toLowerCase() : name}`;
}

/** The parameters of a list; one that a reference brings a second time is reported. */
export function distinctParameters(
  context: WorkflowContext,
  list: Step['parameters'],
): readonly Parameter[] {
  const parameters = linkReusables(context, 'parameters', list);
  if (parameters.length < 2) return parameters;
  const seen = new Set<string>();
  return parameters.filter((parameter) => {
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

/** What an operation or a channel is given; each parameter says where it goes. */
export function linkParameters(
  context: WorkflowContext,
  { own, inherited }: MergedParameters,
  step: Step,
): readonly ParameterPlan[] {
  const plans: ParameterPlan[] = [];
  for (const parameter of [...inherited, ...own]) {
    const plan = toPlan(context, parameter, step);
    if (plan !== undefined) plans.push(plan);
  }
  checkQueryString(context, plans, step);
  return plans;
}

function toPlan(
  context: WorkflowContext,
  parameter: Parameter,
  step: Step,
): ParameterPlan | undefined {
  const { name, in: place, value, path } = parameter;
  checkTemplate(context, value, `${path}/value`);
  // A parameter in the address of a channel is one in a path.
  if (place === 'channel') return { name, in: 'path', value };
  if (place !== undefined) return { name, in: place, value };
  // What stands in the step itself was reported when it was read.
  if (path.startsWith(`${step.path}/`)) return undefined;
  context.report({
    code: 'MISSING_FIELD',
    path,
    message: `The parameter "${name}" reaches an operation and does not say where it goes.`,
    hint: 'Add "in: path", "in: query", "in: header" or "in: cookie".',
  });
  return undefined;
}

/** Only messages go through channels. */
export function reportChannelParameters(
  { report }: WorkflowContext,
  { own, inherited }: MergedParameters,
): void {
  for (const { name, in: place, path } of [...inherited, ...own])
    if (place === 'channel')
      report({
        code: 'INVALID_VALUE',
        path: `${path}/in`,
        message: `The parameter "${name}" is one of a channel, but an operation of OpenAPI is called.`,
        hint: 'Write "in: path", "in: query", "in: header" or "in: cookie".',
      });
}

/** The whole query string leaves no place for parts of it (B-PARAM-03). */
function checkQueryString(
  { report }: WorkflowContext,
  parameters: readonly ParameterPlan[],
  { stepId, path }: Step,
): void {
  if (parameters.length < 2) return;
  const places = parameters.map(({ in: place }) => place);
  if (!places.includes('querystring') || !places.includes('query')) return;
  report({
    code: 'CONFLICTING_FIELDS',
    path: `${path}/parameters`,
    message: `Step "${stepId}" has parameters "in: query" and "in: querystring", which is all of the query.`,
    hint: 'Keep one of the two.',
  });
}
