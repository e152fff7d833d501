import type { FailureAction, SuccessAction } from '../document.ts';
import { checkActionTarget } from './check-action-target.ts';
import { defined } from '../defined.ts';
import type { ObjectReader } from './object-reader.ts';
import { openObject } from './open-object.ts';
import { parseCriterion } from './parse-criterion.ts';
import { parseParameters } from './parse-parameters.ts';
import type { Place } from './place.ts';

/** Gives you a Success Action Object. */
export function parseSuccessAction(place: Place): SuccessAction | undefined {
  const action = openObject(place, 'action', 'name');
  if (action === undefined) return undefined;
  const type = readSuccessType(action);
  const fields = readFields(action);
  const rest = action.rest();
  if (type === undefined || fields === undefined) return undefined;
  if (!checkActionTarget(action, type)) return undefined;
  return defined({ kind: 'successAction' as const, type, ...fields, ...rest });
}

/** Gives you a Failure Action Object. */
export function parseFailureAction(place: Place): FailureAction | undefined {
  const action = openObject(place, 'action', 'name');
  if (action === undefined) return undefined;
  const types = { always: ['end', 'goto', 'retry'] } as const;
  const type = action.choice('type', types, { required: true });
  const retry = readRetry(action, type);
  const fields = readFields(action);
  const rest = action.rest();
  if (type === undefined || fields === undefined) return undefined;
  if (!checkActionTarget(action, type)) return undefined;
  return defined({ kind: 'failureAction' as const, type, ...fields, ...retry, ...rest });
}

function readFields(
  action: ObjectReader,
): Omit<SuccessAction, 'kind' | 'type'> | undefined {
  const name = action.string('name', { required: true });
  const fields = {
    path: action.path,
    workflowId: action.string('workflowId'),
    stepId: action.string('stepId'),
    criteria: action.list('criteria', parseCriterion),
    // Arazzo 1.0 has no other way to give inputs to the workflow it goes to.
    parameters: parseParameters(action, { since: '1.1', tolerated: true }),
  };
  return name === undefined ? undefined : defined({ name, ...fields });
}

function readSuccessType(action: ObjectReader): SuccessAction['type'] | undefined {
  if (action.raw('type') !== 'retry') {
    return action.choice('type', { always: ['end', 'goto'] }, { required: true });
  }
  for (const field of ['type', 'retryAfter', 'retryLimit']) action.json(field);
  action.report({
    code: 'INVALID_VALUE',
    message: `${action.title} has the type "retry", but the step succeeded.`,
    field: 'type',
    hint: 'To poll, write type: goto with the stepId of this same step; to retry, make it a failure: name the success in successCriteria and move the action to onFailure.',
  });
  return undefined;
}

function readRetry(
  action: ObjectReader,
  type: FailureAction['type'] | undefined,
): Pick<FailureAction, 'retryAfter' | 'retryLimit'> {
  if (type === 'end' || type === 'goto') {
    action.ignore('retryAfter', `its type is "${type}"`);
    action.ignore('retryLimit', `its type is "${type}"`);
    return {};
  }
  return defined({
    retryAfter: action.number('retryAfter'),
    retryLimit: action.number('retryLimit', { integer: true }),
  });
}
