import type { Expression } from '../../expressions/index.ts';
import { checkInput } from './check-input.ts';
import { declaredInputs } from './declared-inputs.ts';
import { hintFor, isOneOf } from './name-hints.ts';
import type { WorkflowContext } from './link-workflow.ts';

/**
 * Reports names in expressions that nothing bears. At run time such an expression resolves to
 * nothing, which is legal, so these are warnings (checklist C-31).
 */
export function checkReferences(
  context: WorkflowContext,
  expressions: readonly Expression[],
  path: string,
): void {
  for (const expression of expressions) {
    if (expression.kind === 'inputs') checkInput(context, expression, path);
    if (expression.kind === 'outputs') checkCalled(context, expression, path);
    if (expression.kind === 'steps') checkStep(context, expression, path);
    if (expression.kind === 'workflows') checkWorkflow(context, expression, path);
    if (expression.kind === 'sourceDescriptions') checkSource(context, expression, path);
  }
}

/** `$outputs` of a step that calls a workflow. What stands elsewhere may be for several steps. */
function checkCalled(
  { called, report }: WorkflowContext,
  { name, text }: Extract<Expression, { kind: 'inputs' | 'outputs' }>,
  path: string,
): void {
  if (called === undefined || !path.startsWith(called.path)) return;
  const { names, workflowId } = called;
  if (isOneOf(names, name)) return;
  const title = `workflow "${workflowId}"`;
  reportOutput(report, { title, prefix: '$outputs.', names, name, text, path });
}

function checkStep(
  { stepIds, outputNames, report }: WorkflowContext,
  { stepId, name, text }: Extract<Expression, { kind: 'steps' }>,
  path: string,
): void {
  const names = outputNames.get(stepId);
  if (names === undefined) {
    report({
      code: 'UNKNOWN_STEP',
      severity: 'warning',
      path,
      message: `"${text}" names a step that the workflow does not have.`,
      ...hintFor(stepId, stepIds, '$steps.'),
    });
  } else if (name !== undefined && !isOneOf(names, name)) {
    const title = `step "${stepId}"`;
    const prefix = `$steps.${stepId}.outputs.`;
    reportOutput(report, { title, prefix, names, name, text, path });
  }
}

/** An output that something reads and that is not there. */
interface OutputUse {
  /** What it belongs to, in words. */
  readonly title: string;
  /** What stands before the name in an expression. */
  readonly prefix: string;
  readonly names: readonly string[];
  readonly name: string;
  readonly text: string;
  readonly path: string;
}

function reportOutput(
  report: WorkflowContext['report'],
  { title, prefix, names, name, text, path }: OutputUse,
): void {
  report({
    code: 'UNKNOWN_OUTPUT',
    severity: 'warning',
    path,
    message: `"${text}" names an output that ${title} does not have.`,
    ...hintFor(name, names, prefix),
  });
}

/** Workflows of other documents are named as their documents name them: nothing is known of them. */
function checkWorkflow(
  { document, report }: WorkflowContext,
  { workflowId, field, name, text }: Extract<Expression, { kind: 'workflows' }>,
  path: string,
): void {
  if (document.sourceDescriptions.some(({ type }) => type !== 'openapi')) return;
  const ids = document.workflows.map((each) => each.workflowId);
  const workflow = document.workflows.find((each) => each.workflowId === workflowId);
  if (workflow === undefined) {
    report({
      code: 'UNKNOWN_WORKFLOW',
      severity: 'warning',
      path,
      message: `"${text}" names a workflow that the document does not have.`,
      ...hintFor(workflowId, ids, '$workflows.'),
    });
  } else if (field === 'inputs' && name !== undefined) {
    const { names, isOpen } = declaredInputs(workflow.inputs);
    if (isOpen || names.length === 0 || isOneOf(names, name)) return;
    report({
      code: 'UNKNOWN_INPUT',
      severity: 'warning',
      path,
      message: `"${text}" names an input that workflow "${workflowId}" does not declare.`,
      ...hintFor(name, names, `$workflows.${workflowId}.inputs.`),
    });
  } else if (field === 'outputs' && name !== undefined) {
    const names = Object.keys(workflow.outputs);
    if (isOneOf(names, name)) return;
    const title = `workflow "${workflowId}"`;
    const prefix = `$workflows.${workflowId}.outputs.`;
    reportOutput(report, { title, prefix, names, name, text, path });
  }
}

function checkSource(
  { document, report }: WorkflowContext,
  { source, text }: Extract<Expression, { kind: 'sourceDescriptions' }>,
  path: string,
): void {
  const names = document.sourceDescriptions.map(({ name }) => name);
  if (names.includes(source)) return;
  report({
    code: 'UNKNOWN_SOURCE',
    severity: 'warning',
    path,
    message: `"${text}" names a source description that the document does not have.`,
    ...hintFor(source, names, '$sourceDescriptions.'),
  });
}
