import type { Reply } from '../../analysis/cases/case.ts';
import type { SentAs } from '../against/world.ts';
import type { DrivenEvent } from './flatten-events.ts';
import { OperationError } from '../../diagnostics/index.ts';
import type {
  Message,
  ReceiveRequest,
  SendRequest,
} from '../../services/message-service.ts';
import type { OperationAnswer, OperationRequest } from '../../services/service.ts';

/** A request as it arrives where the script stands in for the world. */
export type ScriptedRequest =
  | {
      readonly kind: 'operation';
      readonly request: OperationRequest;
      /** How it goes over the network, where it does. */
      readonly sent?: SentAs;
    }
  | { readonly kind: 'message'; readonly request: ScriptedMessage }
  | { readonly kind: 'workflow'; readonly workflowId: string };

/** A message that is sent or waited for. */
type ScriptedMessage =
  | ({ readonly action: 'send' } & SendRequest)
  | ({ readonly action: 'receive' } & ReceiveRequest);

/** A call that waits for its reply. */
export interface PendingCall {
  readonly request: ScriptedRequest;
  readonly reply: (reply: Reply) => void;
}

/** Stands in for everything that a workflow calls: each call waits until the driver replies. */
export interface Script {
  /** The call that waits; a machine makes one at a time. */
  readonly pending: () => PendingCall | undefined;
  /** What comes next, as the path has it; decides whether a workflow is one case. */
  next: DrivenEvent | undefined;
  /** How many workflows have begun since the event before. */
  opened: number;
  readonly call: (request: ScriptedRequest) => Promise<Reply>;
  /** Calls that somebody performs: what keeps them is not for the script to see. */
  readonly performed: Set<Promise<unknown>>;
  /** Forgets the call that waits: whoever made it is gone. */
  readonly reset: () => void;
}

/** Creates a script that has no calls yet. */
export function createScript(): Script {
  let pending: PendingCall | undefined;
  const performed = new Set<Promise<unknown>>();
  return {
    pending: () => pending,
    next: undefined,
    opened: 0,
    performed,
    call: async (request) =>
      new Promise((resolve) => {
        const reply = (given: Reply): void => {
          pending = undefined;
          resolve(given);
        };
        pending = { request, reply };
      }),
    reset: () => {
      pending = undefined;
      performed.clear();
    },
  };
}

/** The answer in a reply; one without is thrown, as services do. */
export function answerIn(reply: Reply): OperationAnswer {
  if ('answer' in reply) return reply.answer;
  throw errorIn(reply);
}

/** The message in a reply; one without is thrown. */
export function messageIn(reply: Reply): Message {
  if ('message' in reply) return reply.message;
  throw errorIn(reply);
}

function errorIn(reply: Reply): OperationError {
  if ('error' in reply) return new OperationError(reply.error.code, reply.error.message);
  return new OperationError('NO_ANSWER', 'The case has no answer for such a call.');
}
