import type { CallOptions } from './service.ts';

/** The channel that an AsyncAPI step of Arazzo 1.1 uses, as the document names it. */
export interface ChannelReference {
  /** The source description it belongs to. */
  readonly source: string;
  /** The id of the AsyncAPI operation; absent when the step points to the channel. */
  readonly operationId?: string;
  /** JSON Pointer to the channel in the source: `/channels/orders`. */
  readonly channelPath?: string;
  /** Where messages go, when the source could be read: `orders/{region}` with its parameters not filled in. */
  readonly address?: string;
}

/** A message as it travels. Plain JSON. */
export interface Message {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly payload: unknown;
}

/** Everything that is needed to send one message once. */
export interface SendRequest {
  readonly channel: ChannelReference;
  readonly message: Message;
  readonly contentType?: string;
  /** Values of the address's parameters, by name. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The same for every repetition of this message, also after a crash. */
  readonly idempotencyToken: string;
}

/** What a step waits for. */
export interface ReceiveRequest {
  readonly channel: ChannelReference;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Only a message with this correlation id counts; every message does without it. */
  readonly correlation?: Correlation;
}

/** A correlation id and where messages carry it. */
export interface Correlation {
  readonly id: unknown;
  /**
   * A runtime expression of AsyncAPI: `$message.header#/orderRequestId`. Absent when the source does
   * not say; the id is then looked for in the header and payload fields named `correlationId`.
   */
  readonly location?: string;
}

/** Sends and receives the messages of one AsyncAPI source: a binding to a broker. */
export interface MessageService {
  /** For people: `NATS at localhost:4222`. */
  readonly name: string;
  /** Resolves when the message was handed over; rejects with an `OperationError` when it was not. */
  send(request: SendRequest, options: CallOptions): Promise<void>;
  /**
   * Resolves with the first message that counts. The machine ends the wait, by the signal, when the
   * step's timeout has passed.
   */
  receive(request: ReceiveRequest, options: CallOptions): Promise<Message>;
}
