import type { FailureAction, SuccessAction } from '../document.ts';
import { checkActionTarget } from './check-action-target.ts';
import { defined } from '../defined.ts';
import type { ObjectReader } from './object-reader.ts';
import { openObject } from './open-object.ts';
import { parseActionCriteria } from './parse-action-criteria.ts';
import { parseActionParameters } from './parse-parameters.ts';
import type { Place } from './place.ts';
import { readActionName } from './read-action-name.ts';
import { readActionType } from './read-action-type.ts';

type Kind = (SuccessAction | FailureAction)['kind'];

/** What both kinds of actions have. */
type ActionFields = Omit<SuccessAction, 'kind'>;

/** Gives you a Success Action Object. */
export function parseSuccessAction(place: Place): SuccessAction | undefined {
  return parseAction(place, 'successAction');
}

/** Gives you a Failure Action Object. */
export function parseFailureAction(place: Place): FailureAction | undefined {
  return parseAction(place, 'failureAction');
}

function parseAction<K extends Kind>(
  place: Place,
  kind: K,
): (ActionFields & { readonly kind: K }) | undefined {
  const action = openObject(place, 'action', 'name');
  if (action === undefined) return undefined;
  action.omitEmpty('reference', 'stepId', 'workflowId');
  const type = readActionType(action, kind);
  const fields = defined({
    path: action.path,
    name: readActionName(action),
    workflowId: action.string('workflowId'),
    stepId: action.string('stepId'),
    criteria: parseActionCriteria(action, kind),
    parameters: parseActionParameters(action),
    ...readRetry(action, type),
    extensions: action.rest().extensions,
  });
  if (type === undefined || !checkActionTarget(action, type)) return undefined;
  return { ...fields, kind, type };
}

function readRetry(
  action: ObjectReader,
  type: ActionFields['type'] | undefined,
): Pick<ActionFields, 'retryAfter' | 'retryLimit'> {
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
