import { itemsOf, membersOf, textOf } from '../openapi/json.ts';
import { childOf } from '../openapi/references.ts';
import type { Place, References } from '../openapi/references.ts';
import { pointerTail } from './pointer-tail.ts';
import { readMessage } from './read-message.ts';
import type { AsyncApiMessage } from './read-message.ts';

/** A Channel Object. */
export interface AsyncApiChannel {
  /** Its key among the channels: `orders`. */
  readonly key: string;
  /** JSON Pointer as a `channelPath` has it: `/channels/orders`. */
  readonly pointer: string;
  /** `orders/{region}`; absent when the description leaves it open. */
  readonly address?: string;
  /** The parameters of the address, in its order, and others that are described. */
  readonly parameters: readonly ChannelParameter[];
  readonly messages: readonly AsyncApiMessage[];
}

/** A parameter of an address. Its values are texts. */
export interface ChannelParameter {
  readonly name: string;
  /** The only values that it can have. */
  readonly enum?: readonly string[];
  readonly default?: string;
}

/** Reads a channel that stands at `pointer`; `place` is where references lead from there. */
export function readChannel(
  references: References,
  { pointer, place }: { readonly pointer: string; readonly place: Place },
): AsyncApiChannel {
  const address = textOf(childOf(place, 'address').value);
  const messages = references.child(place, 'messages');
  return {
    key: pointerTail(pointer),
    pointer,
    ...(address === undefined ? {} : { address }),
    parameters: readParameters(references, place, address),
    messages: membersOf(messages.value).flatMap(([key]) => {
      const message = readMessage(references, {
        key,
        place: references.child(messages, key),
      });
      return message === undefined ? [] : [message];
    }),
  };
}

function readParameters(
  references: References,
  place: Place,
  address: string | undefined,
): readonly ChannelParameter[] {
  const described = references.child(place, 'parameters');
  const inAddress = [...(address ?? '').matchAll(/\{([^{}]+)\}/gu)].map(
    ([, name = '']) => name,
  );
  const names = new Set([
    ...inAddress,
    ...membersOf(described.value).map(([name]) => name),
  ]);
  return [...names].map((name) =>
    readParameter(references, { name, place: references.child(described, name) }),
  );
}

function readParameter(
  references: References,
  { name, place }: { readonly name: string; readonly place: Place },
): ChannelParameter {
  const values = itemsOf(references.child(place, 'enum').value).filter(
    (value) => typeof value === 'string',
  );
  const preset = textOf(references.child(place, 'default').value);
  return {
    name,
    ...(values.length === 0 ? {} : { enum: values }),
    ...(preset === undefined ? {} : { default: preset }),
  };
}
