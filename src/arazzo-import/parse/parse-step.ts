import type { Step } from '../document.ts';
import { checkId } from './check-id.ts';
import { checkNonEmpty } from './check-non-empty.ts';
import { checkStepDependencies } from './check-step-dependencies.ts';
import { checkStepTarget } from './check-step-target.ts';
import { defined } from '../defined.ts';
import { openObject } from './open-object.ts';
import { parseFailureActions, parseSuccessActions } from './parse-actions.ts';
import { parseDependencies } from './parse-dependencies.ts';
import { parseCriteria } from './parse-criteria.ts';
import { parseOutputs } from './parse-outputs.ts';
import { parseParameters } from './parse-parameters.ts';
import { parseRequestBody } from './parse-request-body.ts';
import type { Place } from './place.ts';
import { withLocations } from './with-locations.ts';

const since11 = { since: '1.1' } as const;
const wholeSince11 = { ...since11, integer: true } as const;
const actions = { always: ['send', 'receive'] } as const;

/** Gives you a Step Object. A step whose target is missing or ambiguous is kept, for its id. */
export function parseStep(place: Place): Step | undefined {
  const object = openObject(place, 'step', 'stepId');
  if (object === undefined) return undefined;
  object.omitEmpty('operationId', 'operationPath', 'workflowId', 'channelPath');
  const stepId = object.string('stepId', { required: true });
  const step = defined({
    stepId: stepId ?? '',
    path: object.path,
    description: object.string('description'),
    operationId: object.string('operationId'),
    operationPath: object.string('operationPath'),
    workflowId: object.string('workflowId'),
    channelPath: object.string('channelPath', since11),
    action: object.choice('action', actions, since11),
    correlationId: object.object('correlationId', ({ value }) => value, since11),
    timeout: object.number('timeout', wholeSince11),
    dependsOn: parseDependencies(object, '$steps', since11),
    parameters: withLocations(object, parseParameters(object)),
    requestBody: object.object('requestBody', parseRequestBody),
    successCriteria: parseCriteria(object, 'successCriteria'),
    onSuccess: parseSuccessActions(object, 'onSuccess'),
    onFailure: parseFailureActions(object, 'onFailure'),
    outputs: parseOutputs(object),
    extensions: object.rest().extensions,
  });
  checkId(object, 'stepId');
  checkNonEmpty(
    object,
    'successCriteria',
    'Remove it, so that a status of 2xx is a success, or write a condition that every answer meets.',
  );
  checkStepTarget(object);
  checkStepDependencies(object);
  return stepId === undefined ? undefined : step;
}
