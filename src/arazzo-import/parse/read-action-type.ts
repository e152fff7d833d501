import type { FailureAction, SuccessAction } from '../document.ts';
import { isObject } from '../is-object.ts';
import type { ObjectReader } from './object-reader.ts';

type Type = FailureAction['type'];

const types = ['end', 'goto', 'retry'] as const;
const retryFields = ['retryAfter', 'retryLimit'];
const targetFields = ['stepId', 'workflowId'];

/** Gives you the type of an action, also one that only its other fields tell. */
export function readActionType(
  action: ObjectReader,
  kind: (SuccessAction | FailureAction)['kind'],
): Type | undefined {
  if (!action.has('type') || action.raw('type') === null) return guessType(action, kind);
  const written = action.raw('type');
  const isRetry = typeof written === 'string' && written.toLowerCase() === 'retry';
  if (kind === 'failureAction' || !isRetry) {
    const always = kind === 'failureAction' ? types : types.slice(0, 2);
    return action.choice('type', { always });
  }
  action.json('type');
  reportRetry(action);
  return 'retry';
}

/** The text of the specification has no such thing, but it is clear what it means. */
function reportRetry(action: ObjectReader): void {
  action.report({
    code: 'RETRY_ON_SUCCESS',
    severity: 'warning',
    message: `${action.title} has the type "retry", but the step succeeded; the step is repeated.`,
    field: 'type',
    hint: 'To poll, write type: goto with the stepId of this same step; to retry, make it a failure: name the success in successCriteria and move the action to onFailure.',
  });
}

function guessType(
  action: ObjectReader,
  kind: (SuccessAction | FailureAction)['kind'],
): Type | undefined {
  const isRetry = retryFields.some((field) => action.has(field));
  const hasTarget = targetFields.some((field) => action.has(field));
  // A failure action with a target alone could also be a retry after something else.
  const isGoto = hasTarget && kind === 'successAction';
  if (!isRetry && !isGoto) return reportNoType(action, hasTarget);
  const type = isRetry ? 'retry' : 'goto';
  action.json('type');
  action.report({
    code: 'MISSING_ACTION_TYPE',
    severity: 'warning',
    message: `${action.title} has no "type"; its other fields say "${type}".`,
    field: 'type',
    hint: `Add type: ${type}`,
  });
  if (isRetry && kind === 'successAction') reportRetry(action);
  return type;
}

function reportNoType(action: ObjectReader, hasTarget: boolean): undefined {
  // Reports it when it is empty, and knows it in any case.
  action.json('type');
  action.report({
    code: 'MISSING_FIELD',
    message: `${action.title} has no "type".`,
    field: 'type',
    hint: typeHint(action, hasTarget),
  });
}

function typeHint(action: ObjectReader, hasTarget: boolean): string {
  const target = action.raw('goto');
  if (typeof target === 'string') {
    return `Write type: goto, and stepId: ${target} for a step or workflowId: ${target} for a workflow.`;
  }
  if (isObject(target))
    return 'Write type: goto, and its stepId or workflowId beside it.';
  return hasTarget
    ? 'Add type: goto to go there and not come back, or type: retry to go there and then repeat this step.'
    : 'Add type: end, goto or retry.';
}
