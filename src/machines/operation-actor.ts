import { fromPromise } from 'xstate';
import type { PromiseActorLogic } from 'xstate';
import { OperationError } from '../diagnostics/index.ts';
import type { OperationAnswer, OperationRequest } from '../services/service.ts';
import { clockOf } from './clock.ts';
import type { MachineEnvironment } from './environment.ts';
import { withTimeout } from './with-timeout.ts';

/** What the actor of an operation is given. */
export interface OperationInput extends OperationRequest {
  readonly stepId: string;
  /** Milliseconds until the call is given up. */
  readonly timeout?: number;
  /** Why the request cannot be sent, when it cannot. */
  readonly problems?: readonly string[];
}

/** The logic of an operation's actor; replace it with `machine.provide({ actors })`. */
export type OperationLogic = PromiseActorLogic<OperationAnswer, OperationInput>;

/**
 * Creates the actor of operations, whatever they are called. It resolves with what the server
 * answered and rejects when there was no answer; stopping it aborts the request in flight.
 */
export function createOperationLogic(
  serviceOf: MachineEnvironment['serviceOf'],
): OperationLogic {
  return fromPromise(async ({ input, signal, self }) => {
    const service = serviceOf(input.operation.source);
    if (service === undefined) throw missingService(input);
    if (input.problems !== undefined) throw invalidRequest(input, input.problems);
    const { timeout } = input;
    const answer =
      timeout === undefined
        ? await service.call(input, { signal })
        : await withTimeout(
            async (options) => service.call(input, options),
            { ...input, timeout },
            { signal, clock: clockOf(self) },
          );
    return checkAnswer(answer, input);
  });
}

/** A service that resolves with something else than an answer has none: silence is no success. */
function checkAnswer(answer: unknown, { stepId }: OperationInput): OperationAnswer {
  const isAnswer =
    typeof answer === 'object' && answer !== null && 'statusCode' in answer;
  if (isAnswer && typeof answer.statusCode === 'number') return answer as OperationAnswer;
  const message = 'The service resolved with something that has no status code.';
  throw new OperationError('NO_ANSWER', message, { stepId });
}

/** Says why a request was never sent. */
export function invalidRequest(
  { stepId }: { readonly stepId: string },
  problems: readonly string[],
): OperationError {
  return new OperationError(
    'INVALID_REQUEST',
    `The request cannot be built: ${problems.join(' ')}`,
    { stepId },
  );
}

function missingService({ stepId, operation }: OperationInput): OperationError {
  return new OperationError(
    'MISSING_SERVICE',
    `Step "${stepId}" calls "${operation.operationId ?? operation.operationPath}" of the source "${operation.source}", and no service was given for it. Pass \`services: { ${operation.source}: … }\`.`,
    { stepId },
  );
}
