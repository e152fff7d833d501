import { OperationError } from '../diagnostics/index.ts';
import type {
  Message,
  MessageService,
  SendRequest,
} from '../services/message-service.ts';
import { addressOf } from '../services/messages/address-of.ts';
import { createMailbox } from '../services/messages/create-mailbox.ts';
import type { Mailbox } from '../services/messages/create-mailbox.ts';

/** A message that a workflow has sent. */
export interface SentMessage {
  /** With its parameters filled in: `orders/eu`. */
  readonly address: string;
  readonly message: Message;
  /** All that the service was given. */
  readonly request: SendRequest;
}

/** A broker in memory, with you at the other end. */
export interface MemoryBroker {
  /** What the machine is given: `services: { shop: broker.service }`. */
  readonly service: MessageService;
  /**
   * Puts a message into a channel, as the application would. It goes to the first receiver that
   * waits for it; without one it waits in the channel.
   */
  publish(address: string, message: PublishedMessage): void;
  /** What was sent, in its order; also what nobody handles. */
  readonly sent: readonly SentMessage[];
  /**
   * Calls `handler` for each message that is sent to the address, before the sender goes on. What it
   * throws is what the sender gets. The result takes the handler away again.
   */
  onSend(address: string, handler: (sent: SentMessage) => void): () => void;
  /**
   * Makes the next message to the address fail; it is not in `sent`. Called again, the one after
   * it. @default an `OperationError` with code `NO_ANSWER`
   */
  failSend(address: string, error?: OperationError): void;
  /** The messages that nobody has received yet, oldest first. */
  waiting(address: string): readonly Message[];
  /** How many receivers wait at the address. */
  receivers(address: string): number;
}

/** A message as you publish it; there need not be headers. */
export type PublishedMessage = Pick<Message, 'payload'> & Partial<Message>;

interface Channel {
  readonly mailbox: Mailbox;
  readonly handlers: Set<(sent: SentMessage) => void>;
  readonly failures: OperationError[];
}

/**
 * Creates a broker for tests. It has no timers and no network: what happens depends only on the
 * order of the calls.
 *
 * A workflow does not receive what it has sent itself. To make a channel a loop, publish in a
 * handler of `onSend`.
 */
export function createMemoryBroker(): MemoryBroker {
  const channels = new Map<string, Channel>();
  const sent: SentMessage[] = [];
  const channelAt = (address: string): Channel => {
    const channel = channels.get(address) ?? createChannel();
    channels.set(address, channel);
    return channel;
  };
  return {
    service: {
      name: 'a broker in memory',
      send: async (request, { signal }) => {
        if (signal.aborted) throw withdrawn(signal);
        const address = addressOf(request);
        const message = structuredClone(request.message);
        send(channelAt(address), { address, message, request }, sent);
      },
      receive: async (request, options) =>
        channelAt(addressOf(request)).mailbox.receive(request, options),
    },
    publish: (address, message) => {
      channelAt(address).mailbox.deliver(structuredClone({ headers: {}, ...message }));
    },
    sent,
    onSend: (address, handler) => {
      const { handlers } = channelAt(address);
      // Wrapped, so that the same function given twice is two handlers.
      const own = (message: SentMessage): void => handler(message);
      handlers.add(own);
      return () => handlers.delete(own);
    },
    failSend: (address, error = notDelivered(address)) => {
      channelAt(address).failures.push(error);
    },
    waiting: (address) => [...channelAt(address).mailbox.messages],
    receivers: (address) => channelAt(address).mailbox.receivers,
  };
}

function createChannel(): Channel {
  const mailbox = createMailbox({ capacity: Infinity });
  return { mailbox, handlers: new Set(), failures: [] };
}

function send(
  { failures, handlers }: Channel,
  message: SentMessage,
  sent: SentMessage[],
): void {
  const failure = failures.shift();
  if (failure !== undefined) throw failure;
  sent.push(message);
  const current = [...handlers]; // one that is added meanwhile hears the next message
  for (const handler of current) callHandler(handler, message);
}

function callHandler(handler: (sent: SentMessage) => void, message: SentMessage): void {
  try {
    handler(message);
  } catch (cause) {
    if (cause instanceof OperationError) throw cause;
    const text = cause instanceof Error ? cause.message : String(cause);
    throw new OperationError('NO_ANSWER', text, { cause });
  }
}

function withdrawn({ reason }: AbortSignal): OperationError {
  return new OperationError(
    'ABORTED',
    'The message was not sent: the call was withdrawn.',
    { cause: reason },
  );
}

function notDelivered(address: string): OperationError {
  const message = `The message to "${address}" was not handed over, as the test wanted.`;
  return new OperationError('NO_ANSWER', message);
}
