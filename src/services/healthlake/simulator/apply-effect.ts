import type { Answer } from './answer.ts';
import { ConnectionResetError } from './connection-reset-error.ts';
import type { Disturbance } from './fault-plan.ts';
import type { Operation } from './operation.ts';
import { ServiceError } from './service-error.ts';
import type { ExceptionName } from './service-error.ts';

/** What is disturbed, and how to do it undisturbed. */
export interface DisturbedCall {
  readonly operation: Operation;
  readonly accountId: string;
  perform(): Answer;
}

/**
 * The answer to a call that a fault disturbs, or the undisturbed one.
 *
 * @throws ServiceError
 * @throws ConnectionResetError
 */
export function applyEffect(effect: Disturbance['effect'], call: DisturbedCall): Answer {
  return effect === undefined ? call.perform() : effects[effect](call);
}

const effects: {
  readonly [Effect in NonNullable<Disturbance['effect']>]: (
    call: DisturbedCall,
  ) => Answer;
} = {
  throttle: () => fail('ThrottlingException', 'Rate exceeded'),
  '500': () => fail('InternalServerException', 'Internal server error'),
  '503': () => fail('ServiceUnavailableException', 'Service unavailable'),
  'not-found': () => fail('ResourceNotFoundException', 'The resource was not found.'),
  'access-denied': ({ operation, accountId }) =>
    fail(
      'AccessDeniedException',
      `User: arn:aws:iam::${accountId}:user/simulator is not authorized to perform: healthlake:${operation}`,
    ),
  reset: breakConnection,
  lost: (call) => {
    call.perform();
    return breakConnection();
  },
  malformed: (call) => truncate(call.perform()),
  html: () => badGateway,
};

/** What a proxy between client and service says. */
const badGateway: Answer = {
  status: 502,
  contentType: 'text/html',
  body: '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>\n',
};

function fail(exception: ExceptionName, message: string): never {
  throw new ServiceError(exception, message);
}

function breakConnection(): never {
  throw new ConnectionResetError();
}

function truncate(answer: Answer): Answer {
  const body = answer.body || '{}';
  return { ...answer, body: body.slice(0, body.length / 2) };
}
