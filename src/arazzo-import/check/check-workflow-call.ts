import type { Json, Step } from '../document.ts';
import type { LinkedWorkflow } from '../link/link-workflow-reference.ts';
import { linkInputs } from '../link/link-inputs.ts';
import type { WorkflowContext } from '../link/link-workflow.ts';
import { listOf, partsOf, rootNode } from './schema/schema-node.ts';

/** Reports inputs that a called workflow requires and a step does not pass. */
export function checkWorkflowCall(
  context: WorkflowContext,
  step: Step,
  { unit, workflowId }: LinkedWorkflow,
  inputs: Readonly<Record<string, Json>>,
): void {
  const workflow = unit?.document.workflows.find(
    (each) => each.workflowId === workflowId,
  );
  if (unit === undefined || workflow === undefined) return;
  // What is wrong with its schema is reported where it stands.
  const silent = { ...context, document: unit.document, report: () => undefined };
  const schema = linkInputs(silent, workflow);
  if (schema === undefined) return;
  for (const name of requiredInputs(schema)) {
    if (Object.hasOwn(inputs, name)) continue;
    context.report({
      code: 'MISSING_WORKFLOW_INPUT',
      severity: 'warning',
      path: step.path,
      message: `Step "${step.stepId}" does not give the workflow "${workflowId}" the input "${name}", which is required.`,
      hint: `Add { name: ${name}, value: … } to the parameters.`,
    });
  }
}

/** The inputs that must be there and have no default. */
function requiredInputs(schema: Parameters<typeof rootNode>[0]): readonly string[] {
  const parts = partsOf(rootNode(schema));
  const names = new Set(parts.flatMap((part) => listOf(part['required'])));
  const hasDefault = (name: string): boolean =>
    parts.some(({ properties }) => {
      const property = (properties as Readonly<Record<string, Json>> | undefined)?.[name];
      return partsOf({ schema: property ?? true, root: schema }).some(
        (part) => part['default'] !== undefined,
      );
    });
  return [...names].filter(
    (name): name is string => typeof name === 'string' && !hasDefault(name),
  );
}
