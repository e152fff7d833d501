import type { FailureAction } from '../document.ts';
import { isObject } from '../is-object.ts';
import type { ObjectReader } from './object-reader.ts';

/** Reports an action that goes nowhere or to two places, and tells whether it is usable. */
export function checkActionTarget(
  action: ObjectReader,
  type: FailureAction['type'],
): boolean {
  checkParameters(action);
  const targets = ['stepId', 'workflowId'].filter((field) => action.has(field));
  if (type === 'end') {
    for (const field of targets) action.ignore(field, 'its type is "end"');
    return true;
  }
  if (targets.length > 1) {
    action.report({
      code: 'CONFLICTING_FIELDS',
      message: `${action.title} has both "stepId" and "workflowId".`,
      field: 'workflowId',
      target: 'key',
      hint: 'Keep one of them.',
    });
    return false;
  }
  if (type === 'retry' || targets.length === 1) return true;
  action.report({
    code: 'MISSING_FIELD',
    message: `${action.title} has the type "goto" but neither "stepId" nor "workflowId".`,
    field: 'stepId',
    hint: 'Add the stepId or workflowId to go to.',
  });
  return false;
}

/** The parameters of an action are inputs of the workflow that it names (Arazzo 1.1). */
function checkParameters(action: ObjectReader): void {
  const parameters = action.raw('parameters');
  if (!Array.isArray(parameters)) return;
  if (!action.has('workflowId')) {
    action.report({
      code: 'CONFLICTING_FIELDS',
      message: `${action.title} has "parameters" but no "workflowId" that could take them.`,
      field: 'parameters',
      target: 'key',
      hint: 'Remove them, or name the workflow.',
    });
  }
  for (const [index, parameter] of parameters.entries()) {
    if (!isObject(parameter) || !Object.hasOwn(parameter, 'in')) continue;
    action.report({
      code: 'CONFLICTING_FIELDS',
      message: `${action.title} has a parameter with "in", but its parameters are inputs of a workflow.`,
      field: ['parameters', index, 'in'],
      target: 'key',
      hint: 'Remove the "in".',
    });
  }
}
