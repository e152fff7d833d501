import { didYouMean } from '../../diagnostics/index.ts';
import { defined } from '../defined.ts';
import type { Json, Parameter, Workflow } from '../document.ts';
import { checkTemplate } from './check-template.ts';
import { listedNames } from './listed-names.ts';
import type { MergedParameters } from './link-parameters.ts';
import type { LinkedWorkflow } from './link-workflow-reference.ts';
import type { WorkflowContext } from './link-workflow.ts';

/**
 * The inputs of a workflow that a step calls: all parameters of the step by their names, and those of
 * the calling workflow that go nowhere else or that the called one declares (checklist C-41).
 */
export function linkStepInputs(
  context: WorkflowContext,
  target: LinkedWorkflow,
  { own, inherited }: MergedParameters,
): Readonly<Record<string, Json>> {
  const names = inputNamesOf(target);
  const passed = inherited.filter(
    ({ name, in: place }) => place === undefined || names?.includes(name) === true,
  );
  return { ...toInputs(context, passed), ...linkInputsOf(context, target, own) };
}

/** The inputs of a workflow that is given parameters. */
export function linkInputsOf(
  context: WorkflowContext,
  target: LinkedWorkflow,
  parameters: readonly Parameter[],
): Readonly<Record<string, Json>> {
  const names = inputNamesOf(target);
  for (const parameter of parameters) {
    if (names !== undefined && !names.includes(parameter.name))
      reportUnknown(context, target, parameter, names);
  }
  return toInputs(context, parameters);
}

function toInputs(
  context: WorkflowContext,
  parameters: readonly Parameter[],
): Readonly<Record<string, Json>> {
  for (const { value, path } of parameters) {
    checkTemplate(context, value, `${path}/value`);
  }
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
}

function inputNamesOf({
  unit,
  workflowId,
}: LinkedWorkflow): readonly string[] | undefined {
  const workflow = unit?.document.workflows.find(
    (each: Workflow) => each.workflowId === workflowId,
  );
  return workflow === undefined ? undefined : listedNames(workflow.inputs);
}

function reportUnknown(
  { report }: WorkflowContext,
  { workflowId }: LinkedWorkflow,
  { name, path }: Parameter,
  names: readonly string[],
): void {
  report({
    code: 'UNKNOWN_INPUT',
    severity: 'warning',
    path: `${path}/name`,
    message: `The workflow "${workflowId}" does not declare an input "${name}".`,
    ...defined({ hint: didYouMean(name, names) }),
  });
}
