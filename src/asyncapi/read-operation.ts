import { itemsOf, textOf } from '../openapi/json.ts';
import { childOf, referenceOf, splitReference } from '../openapi/references.ts';
import type { Place, References } from '../openapi/references.ts';
import { pointerTail } from './pointer-tail.ts';
import type { AsyncApiChannel } from './read-channel.ts';
import { readMessage } from './read-message.ts';
import type { AsyncApiMessage } from './read-message.ts';

/** An Operation Object: something that the described application does. */
export interface AsyncApiOperation {
  readonly id: string;
  readonly pointer: string;
  /** What the _application_ does. A workflow, which is at the other end, does the opposite. */
  readonly action: 'send' | 'receive';
  readonly summary?: string;
  /** Its messages, on its channel. */
  readonly messages: MessagesOnChannel;
  /** Where the answers to its messages go, when it has any. */
  readonly reply?: MessagesOnChannel & {
    /** Where a request says where its answer is to go: `$message.header#/replyTo`. */
    readonly addressLocation?: string;
  };
}

/** Messages of an operation, and where they go. */
export interface MessagesOnChannel {
  /** Absent when the description leaves it open, or points to something that is not there. */
  readonly channel?: AsyncApiChannel;
  /** The reference to the channel, as written. */
  readonly reference?: string;
  /** Those that are named; without a list, all of the channel's. */
  readonly list: readonly AsyncApiMessage[];
}

/** What reading an operation needs. */
export interface OperationContext {
  readonly references: References;
  /** The channel that a place is, after all references. */
  readonly channelAt: (place: Place) => AsyncApiChannel | undefined;
}

/** Reads an operation; `undefined` when the place has none, or one that does not say what it does. */
export function readOperation(
  context: OperationContext,
  id: string,
  place: Place,
): AsyncApiOperation | undefined {
  const action = textOf(childOf(place, 'action').value);
  if (action !== 'send' && action !== 'receive') return undefined;
  const summary = textOf(childOf(place, 'summary').value);
  const reply = context.references.child(place, 'reply');
  return {
    id,
    pointer: place.pointer,
    action,
    ...(summary === undefined ? {} : { summary }),
    messages: readMessages(context, place),
    ...(reply.value === undefined ? {} : { reply: readReply(context, reply) }),
  };
}

function readReply(
  context: OperationContext,
  place: Place,
): NonNullable<AsyncApiOperation['reply']> {
  const location = textOf(context.references.child(place, 'address', 'location').value);
  return {
    ...readMessages(context, place),
    ...(location === undefined ? {} : { addressLocation: location }),
  };
}

function readMessages(context: OperationContext, place: Place): MessagesOnChannel {
  const written = childOf(place, 'channel');
  const reference = referenceOf(written.value);
  const channel = context.channelAt(context.references.follow(written));
  const list = listMessages(context, place) ?? channel?.messages ?? [];
  return {
    list,
    ...(channel === undefined ? {} : { channel }),
    ...(reference === undefined ? {} : { reference }),
  };
}

function listMessages(
  { references }: OperationContext,
  place: Place,
): readonly AsyncApiMessage[] | undefined {
  const list = childOf(place, 'messages');
  if (list.value === undefined) return undefined;
  return itemsOf(list.value).flatMap((item, index) => {
    const { pointer } = splitReference(referenceOf(item) ?? '', '');
    const found = references.child(list, index);
    const message = readMessage(references, { key: pointerTail(pointer), place: found });
    return message === undefined ? [] : [message];
  });
}
