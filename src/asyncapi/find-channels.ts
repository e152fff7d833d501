import { formatPointer, parsePointer } from '../expressions/index.ts';
import { isObject, membersOf } from '../openapi/json.ts';
import type { Place, References } from '../openapi/references.ts';
import { readChannel } from './read-channel.ts';
import type { AsyncApiChannel } from './read-channel.ts';

/** The channels of a description, found by the ways that documents name them. */
export interface Channels {
  readonly pointers: readonly string[];
  /** The channel that a place is, after all references. */
  readonly at: (place: Place) => AsyncApiChannel | undefined;
  readonly byPointer: (pointer: string) => AsyncApiChannel | undefined;
}

/**
 * Finds channels. However one is reached, it is the same object, with the pointer that it has in
 * `/channels` when it is there: a workflow that sends by the one name and receives by the other
 * means one channel.
 */
export function findChannels(references: References, root: Place): Channels {
  const listed = references.child(root, 'channels');
  const pointers = new Map<string, string>();
  for (const [key] of membersOf(listed.value)) {
    const real = references.child(listed, key).pointer;
    if (!pointers.has(real)) pointers.set(real, formatPointer(['channels', key]));
  }
  const read = new Map<string, AsyncApiChannel>();

  const at = (place: Place): AsyncApiChannel | undefined => {
    if (!isObject(place.value)) return undefined;
    const pointer = pointers.get(place.pointer) ?? place.pointer;
    const channel = read.get(pointer) ?? readChannel(references, { pointer, place });
    read.set(pointer, channel);
    return channel;
  };
  const byPointer = (text: string): AsyncApiChannel | undefined => {
    const keys = parsePointer(text);
    if (!keys.ok || !isChannelPointer(keys.value)) return undefined;
    return at(references.child(root, ...keys.value));
  };
  return {
    pointers: membersOf(listed.value).map(([key]) => formatPointer(['channels', key])),
    at,
    byPointer,
  };
}

/** Only these places hold channels; whatever else a pointer leads to is none. */
function isChannelPointer(keys: readonly string[]): boolean {
  const [first, second] = keys;
  if (first === 'channels') return keys.length === 2;
  if (first === 'operations') return keys.at(-1) === 'channel';
  return first === 'components' && second === 'channels' && keys.length === 3;
}
