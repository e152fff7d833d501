import { fromPromise } from 'xstate';
import type { PromiseActorLogic } from 'xstate';
import { OperationError } from '../diagnostics/index.ts';
import type {
  Message,
  MessageService,
  ReceiveRequest,
  SendRequest,
} from '../services/message-service.ts';
import type { CallOptions } from '../services/service.ts';
import { clockOf } from './clock.ts';
import type { MachineEnvironment } from './environment.ts';
import { invalidRequest } from './operation-actor.ts';
import { withTimeout } from './with-timeout.ts';

/** What the actor of a channel is given: a message to send, or what to wait for. */
export type MessageInput = (
  | ({ readonly action: 'send' } & SendRequest)
  | ({ readonly action: 'receive' } & ReceiveRequest)
) & {
  readonly stepId: string;
  /** Milliseconds until the step is given up. */
  readonly timeout?: number;
  /** Why the message cannot be sent, when it cannot. */
  readonly problems?: readonly string[];
};

/** The logic of a channel's actor; replace it with `machine.provide({ actors })`. */
export type MessageLogic = PromiseActorLogic<Message, MessageInput>;

/** Creates the actor of channels. It resolves with the message that was sent or received. */
export function createMessageLogic(
  messageServiceOf: MachineEnvironment['messageServiceOf'],
): MessageLogic {
  return fromPromise(async ({ input, signal, self }) => {
    const service = messageServiceOf(input.channel.source);
    if (service === undefined) throw missingService(input);
    if (input.problems !== undefined) throw invalidRequest(input, input.problems);
    const { timeout } = input;
    if (timeout === undefined) return exchange(service, input, { signal });
    return withTimeout(
      async (options) => exchange(service, input, options),
      { ...input, timeout },
      { signal, clock: clockOf(self) },
    );
  });
}

async function exchange(
  service: MessageService,
  input: MessageInput,
  options: CallOptions,
): Promise<Message> {
  if (input.action === 'receive') return service.receive(input, options);
  await service.send(input, options);
  return input.message;
}

function missingService({ stepId, channel }: MessageInput): OperationError {
  return new OperationError(
    'MISSING_SERVICE',
    `Step "${stepId}" uses a channel of the source "${channel.source}", and no message service was given for it. Pass \`services: { ${channel.source}: … }\`.`,
    { stepId },
  );
}
