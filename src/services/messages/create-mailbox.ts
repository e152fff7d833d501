import { OperationError } from '../../diagnostics/index.ts';
import type { CallOptions } from '../service.ts';
import type { Message, ReceiveRequest } from '../message-service.ts';
import { matchesCorrelation } from './matches-correlation.ts';

/** The messages of one address, between the broker that brings them and the steps that wait. */
export interface Mailbox {
  /** Gives a message to the first that waits for it; without one it is kept. */
  deliver(message: Message): void;
  /**
   * Takes the first message that counts out of the box, or waits for it. Does what
   * `MessageService.receive` has to do.
   */
  receive(
    request: Pick<ReceiveRequest, 'correlation'>,
    options: CallOptions,
  ): Promise<Message>;
  /** The messages that nobody has received yet, oldest first. */
  readonly messages: readonly Message[];
  /** How many wait. */
  readonly receivers: number;
}

/** How much a mailbox keeps. */
export interface MailboxOptions {
  /** Messages that are kept; when there are more, the oldest is lost. @default 10000 */
  readonly capacity?: number;
}

interface Receiver {
  readonly accepts: (message: Message) => boolean;
  readonly take: (message: Message) => void;
}

/**
 * Creates a mailbox: what a binding needs between a subscription, which begins before any step asks,
 * and steps that receive one message each. It has no timers.
 */
export function createMailbox({ capacity = 10_000 }: MailboxOptions = {}): Mailbox {
  const messages: Message[] = [];
  const receivers = new Set<Receiver>();
  return {
    messages,
    get receivers() {
      return receivers.size;
    },
    deliver: (message) => {
      const receiver = [...receivers].find(({ accepts }) => accepts(message));
      if (receiver !== undefined) return receiver.take(message);
      messages.push(message);
      if (messages.length > capacity) messages.shift();
    },
    receive: async ({ correlation }, { signal }) => {
      if (signal.aborted) throw withdrawn(signal);
      const accepts = (message: Message): boolean =>
        correlation === undefined || matchesCorrelation(message, correlation);
      const at = messages.findIndex(accepts);
      const [kept] = at < 0 ? [] : messages.splice(at, 1);
      return kept ?? waitIn(receivers, accepts, signal);
    },
  };
}

function waitIn(
  receivers: Set<Receiver>,
  accepts: Receiver['accepts'],
  signal: AbortSignal,
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      receivers.delete(receiver);
      reject(withdrawn(signal));
    };
    const receiver: Receiver = {
      accepts,
      take: (message) => {
        receivers.delete(receiver);
        signal.removeEventListener('abort', abort);
        resolve(message);
      },
    };
    receivers.add(receiver);
    signal.addEventListener('abort', abort, { once: true });
  });
}

function withdrawn({ reason }: AbortSignal): OperationError {
  return new OperationError('ABORTED', 'Nobody waits for the message any more.', {
    cause: reason,
  });
}
