import { didYouMean, nearestName } from '../../diagnostics/index.ts';
import { defined } from '../defined.ts';
import type { Json, Parameter, Workflow } from '../document.ts';
import { checkTemplate } from './check-template.ts';
import { declaredInputs } from './declared-inputs.ts';
import type { DeclaredInputs } from './declared-inputs.ts';
import { linkInputs } from './link-inputs.ts';
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
  const names = inputsOf(context, target)?.names ?? [];
  const passed = inherited.filter(
    ({ name, in: place }) => place === undefined || names.includes(name),
  );
  return { ...toInputs(context, passed), ...linkInputsOf(context, target, own) };
}

/** The inputs of a workflow that is given parameters. */
export function linkInputsOf(
  context: WorkflowContext,
  target: LinkedWorkflow,
  parameters: readonly Parameter[],
): Readonly<Record<string, Json>> {
  const inputs = inputsOf(context, target);
  for (const parameter of parameters) {
    if (inputs !== undefined && !isWanted(target, parameter, inputs))
      reportUnknown(context, target, parameter, inputs.names);
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

function inputsOf(
  context: WorkflowContext,
  target: LinkedWorkflow,
): DeclaredInputs | undefined {
  const workflow = workflowOf(target);
  if (target.unit === undefined || workflow === undefined) return undefined;
  // What is wrong with its schema is reported where it stands.
  const silent = { ...context, document: target.unit.document, report: () => undefined };
  return declaredInputs(linkInputs(silent, workflow));
}

function workflowOf({ unit, workflowId }: LinkedWorkflow): Workflow | undefined {
  return unit?.document.workflows.find(
    (each: Workflow) => each.workflowId === workflowId,
  );
}

/** A workflow that reads an input without declaring it has a finding of its own. */
function isWanted(
  target: LinkedWorkflow,
  { name }: Parameter,
  { names, isOpen }: DeclaredInputs,
): boolean {
  if (names.includes(name)) return true;
  if (isOpen) return nearestName(name, names) === undefined;
  return (
    names.length === 0 && JSON.stringify(workflowOf(target)).includes(`$inputs.${name}`)
  );
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
