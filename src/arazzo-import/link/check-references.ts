import { nearestName } from '../../diagnostics/index.ts';
import { possibleNames } from '../../expressions/index.ts';
import type { Expression } from '../../expressions/index.ts';
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
    if (expression.kind === 'steps') checkStep(context, expression, path);
    if (expression.kind === 'sourceDescriptions') checkSource(context, expression, path);
  }
}

function checkInput(
  { inputNames, report }: WorkflowContext,
  { name, text }: Extract<Expression, { kind: 'inputs' | 'outputs' }>,
  path: string,
): void {
  if (inputNames === undefined || isOneOf(inputNames, name)) return;
  report({
    code: 'UNKNOWN_INPUT',
    severity: 'warning',
    path,
    message: `"${text}" names an input that the workflow does not declare.`,
    ...didYouMean(name, inputNames, '$inputs.'),
  });
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
      ...didYouMean(stepId, stepIds, '$steps.'),
    });
  } else if (name !== undefined && !isOneOf(names, name)) {
    report({
      code: 'UNKNOWN_OUTPUT',
      severity: 'warning',
      path,
      message: `"${text}" names an output that step "${stepId}" does not have.`,
      ...didYouMean(name, names, `$steps.${stepId}.outputs.`),
    });
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
    ...didYouMean(source, names, '$sourceDescriptions.'),
  });
}

function isOneOf(names: readonly string[], wanted: string): boolean {
  return possibleNames(wanted).some((name) => names.includes(name));
}

function didYouMean(
  wanted: string,
  names: readonly string[],
  prefix: string,
): { readonly hint?: string } {
  const near = nearestName(wanted, names);
  return near === undefined ? {} : { hint: `Did you mean "${prefix}${near}"?` };
}
