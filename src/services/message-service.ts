import type { ChannelReference } from '../asyncapi/index.ts';
import type { CallOptions } from './service.ts';

export type { ChannelReference } from '../asyncapi/index.ts';

/**
 * A message, without what only the broker needs. Plain JSON: a binding turns bytes into values, by the
 * content type, and back.
 */
export interface Message {
  /** The application's headers. Found without regard to the case of their names. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly payload: unknown;
}

/** Everything that is needed to send one message once. Plain JSON. */
export interface SendRequest {
  readonly channel: ChannelReference;
  readonly message: Message;
  /** Of the payload, as the step or the source says; JSON is meant when neither does. */
  readonly contentType?: string;
  /** Values of the address's parameters, by name. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /**
   * The same for every repetition of this message, also after a crash. A binding puts it where its
   * broker, or who receives, looks for duplicates. At most 64 characters of `[a-zA-Z0-9-]`.
   */
  readonly idempotencyToken: string;
}

/** What a step waits for. Plain JSON. */
export interface ReceiveRequest {
  readonly channel: ChannelReference;
  /** Values of the address's parameters, by name. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Only a message with this correlation id counts; every message does without it. */
  readonly correlation?: Correlation;
}

/** A correlation id and where messages carry it; `matchesCorrelation` compares. */
export interface Correlation {
  readonly id: unknown;
  /**
   * A runtime expression of AsyncAPI: `$message.header#/orderRequestId`. Absent when the source does
   * not say; the id is then looked for in the header and payload fields named `correlationId`.
   */
  readonly location?: string;
}

/**
 * Sends and receives the messages of one AsyncAPI source: a binding to a broker.
 *
 * A machine begins to wait only when it comes to the step, and an answer may be faster. So a
 * binding subscribes when it is made and keeps what comes: `createMailbox` does that for one address.
 */
export interface MessageService {
  /** For people: `NATS at localhost:4222`. */
  readonly name: string;
  /**
   * Resolves when the message was handed over, which says nothing about who gets it; rejects with an
   * `OperationError` when it was not, or nobody knows.
   */
  send(request: SendRequest, options: CallOptions): Promise<void>;
  /**
   * Resolves with the first message that counts, and with no message twice; those that do not count
   * stay for others. Waits as long as it takes: the machine ends the wait, by the signal, when the
   * step's timeout has passed. It then rejects with an `OperationError` with code `ABORTED` and takes
   * no message any more.
   */
  receive(request: ReceiveRequest, options: CallOptions): Promise<Message>;
}
