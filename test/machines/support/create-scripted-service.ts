import { OperationError } from '../../../src/diagnostics/index.ts';
import type {
  OperationAnswer,
  OperationKnowledge,
  OperationRequest,
  Service,
} from '../../../src/services/service.ts';

/** An answer, an error in its place, or nothing until the call is withdrawn. */
type Scripted = Partial<OperationAnswer> | Error | 'silence';

/** What is answered, call by call; the last answer is given again and again. */
export type Script = readonly Scripted[] | ((request: OperationRequest) => Scripted);

/** A service that answers from a script and remembers what it was asked. */
export interface ScriptedService extends Service {
  readonly requests: OperationRequest[];
  readonly signals: AbortSignal[];
}

/** Gives you a service for one run. */
export function createScriptedService(
  script: Script,
  knowledge: Readonly<Record<string, OperationKnowledge>> = {},
): ScriptedService {
  const requests: OperationRequest[] = [];
  const signals: AbortSignal[] = [];
  return {
    name: 'scripted',
    requests,
    signals,
    describe: ({ operationId = '' }) => knowledge[operationId],
    call: async (request, { signal }) => {
      requests.push(request);
      signals.push(signal);
      const scripted =
        typeof script === 'function'
          ? script(request)
          : script[Math.min(requests.length, script.length) - 1];
      if (scripted instanceof Error) throw scripted;
      if (scripted === 'silence') return untilWithdrawn(signal);
      return { statusCode: 200, headers: {}, body: undefined, ...scripted };
    },
  };
}

/** An answer whose headers and status do not matter. */
export function body(value: unknown): Partial<OperationAnswer> {
  return { body: value };
}

/** An answer of which only the status matters. */
export function status(
  statusCode: number,
  headers: Readonly<Record<string, string>> = {},
): Partial<OperationAnswer> {
  return { statusCode, headers };
}

/** A call whose answer got lost. */
export function noAnswer(): OperationError {
  return new OperationError('NO_ANSWER', 'The connection was closed');
}

function untilWithdrawn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () =>
      reject(new OperationError('ABORTED', 'The call was withdrawn')),
    );
  });
}
