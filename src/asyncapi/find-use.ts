import type { ChannelReference } from './channel-reference.ts';
import type { AsyncApiChannel } from './read-channel.ts';
import type { AsyncApiMessage } from './read-message.ts';
import type { AsyncApiOperation, MessagesOnChannel } from './read-operation.ts';

/** What a step does with messages. */
export type MessageAction = 'send' | 'receive';

/** What a step of a workflow uses. */
export interface ChannelUse {
  /** The step's own; without one, the opposite of what the application does (B-STEP-05). */
  readonly action?: MessageAction;
  /**
   * How the step relates to the description: it names a `channel`; it is the `counterpart` of an
   * operation; it takes part in the `reply` to one; or it does the `same` as the application does,
   * which means that the description was written for the workflow's side.
   */
  readonly side: 'channel' | 'counterpart' | 'reply' | 'same';
  /** The step's reference with everything that the description adds. */
  readonly reference: ChannelReference;
  /** Absent when the operation has none that can be found here. */
  readonly channel?: AsyncApiChannel;
  /** The messages that may pass. */
  readonly messages: readonly AsyncApiMessage[];
  /** The one content type of all of the messages. */
  readonly contentType?: string;
  /** The one place where all messages that have a correlation id carry it. */
  readonly correlationLocation?: string;
}

interface Lookup {
  readonly operation: (operationId: string) => AsyncApiOperation | undefined;
  readonly channel: (pointer: string) => AsyncApiChannel | undefined;
}

/** Finds what a step uses; `undefined` when the description has no such operation or channel. */
export function findUse(
  { operation, channel }: Lookup,
  reference: ChannelReference,
  action: MessageAction | undefined,
): ChannelUse | undefined {
  const { operationId, channelPath } = reference;
  if (operationId !== undefined) {
    const found = operation(operationId);
    return found === undefined ? undefined : useOperation(found, reference, action);
  }
  const found = channelPath === undefined ? undefined : channel(channelPath);
  if (found === undefined) return undefined;
  return toUse('channel', reference, {
    action,
    on: { channel: found, list: found.messages },
  });
}

/**
 * An operation says what the application does, `action` what the workflow does, which is at the
 * other end. Who does what the application does can only mean its reply, when there is one.
 */
function useOperation(
  operation: AsyncApiOperation,
  reference: ChannelReference,
  action: MessageAction | undefined,
): ChannelUse {
  const opposite = operation.action === 'send' ? 'receive' : 'send';
  const { messages, reply } = operation;
  if (action === undefined || action === opposite) {
    return toUse('counterpart', reference, { action: opposite, on: messages });
  }
  return reply === undefined
    ? toUse('same', reference, { action, on: messages })
    : toUse('reply', reference, { action, on: reply });
}

function toUse(
  side: ChannelUse['side'],
  reference: ChannelReference,
  { action, on }: { action: MessageAction | undefined; on: MessagesOnChannel },
): ChannelUse {
  const { channel, list } = on;
  const contentType = onlyOne(list.map((message) => message.contentType));
  const location = onlyOne(
    list.flatMap(({ correlationLocation: at }) => (at === undefined ? [] : [at])),
  );
  return {
    side,
    reference: complete(reference, channel),
    messages: list,
    ...(action === undefined ? {} : { action }),
    ...(channel === undefined ? {} : { channel }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(location === undefined ? {} : { correlationLocation: location }),
  };
}

function complete(
  reference: ChannelReference,
  channel: AsyncApiChannel | undefined,
): ChannelReference {
  if (channel === undefined) return reference;
  const { address, pointer } = channel;
  const found = { ...reference, channelPath: pointer };
  return address === undefined ? found : { ...found, address };
}

function onlyOne<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
