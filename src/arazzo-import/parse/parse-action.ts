import type { FailureAction, SuccessAction } from '../document.ts';
import { checkActionTarget } from './check-action-target.ts';
import { defined } from '../defined.ts';
import type { ObjectReader } from './object-reader.ts';
import { openObject } from './open-object.ts';
import { parseActionCriteria } from './parse-action-criteria.ts';
import { parseParameters } from './parse-parameters.ts';
import type { Place } from './place.ts';
import { readActionName } from './read-action-name.ts';
import { readActionType } from './read-action-type.ts';

type Kind = (SuccessAction | FailureAction)['kind'];

/** What both kinds of actions have. */
type ActionFields = Omit<SuccessAction, 'kind'>;

/** Gives you a Success Action Object. */
export function parseSuccessAction(place: Place): SuccessAction | undefined {
  const fields = parseAction(place, 'successAction');
  return fields && { kind: 'successAction', ...fields };
}

/** Gives you a Failure Action Object. */
export function parseFailureAction(place: Place): FailureAction | undefined {
  const fields = parseAction(place, 'failureAction');
  return fields && { kind: 'failureAction', ...fields };
}

function parseAction(place: Place, kind: Kind): ActionFields | undefined {
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
    // Arazzo 1.0 has no other way to give inputs to the workflow it goes to.
    parameters: parseParameters(action, { since: '1.1', tolerated: true }),
    ...readRetry(action, type),
    ...action.rest(),
  });
  if (type === undefined || !checkActionTarget(action, type)) return undefined;
  return { type, ...fields };
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
