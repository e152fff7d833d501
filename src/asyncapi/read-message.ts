import { itemsOf, textOf } from '../openapi/json.ts';
import type { Json } from '../openapi/json.ts';
import { childOf } from '../openapi/references.ts';
import type { Place, References } from '../openapi/references.ts';
import { readSchema } from './read-schema.ts';
import type { MessageSchema } from './read-schema.ts';

/** A Message Object with its traits. */
export interface AsyncApiMessage {
  /** Its key in the channel. */
  readonly key: string;
  /** JSON Pointer to the object itself, behind all references. */
  readonly pointer: string;
  readonly name?: string;
  /** Its own, else the `defaultContentType` of the description. */
  readonly contentType?: string;
  /** The location of its Correlation ID Object, as written: `$message.header#/requestId`. */
  readonly correlationLocation?: string;
  readonly headers?: MessageSchema;
  readonly payload?: MessageSchema;
}

/** Reads a message; `undefined` when there is none at the place. */
export function readMessage(
  references: References,
  { key, place }: { readonly key: string; readonly place: Place },
): AsyncApiMessage | undefined {
  if (place.value === undefined) return undefined;
  const sources = [place, ...traitsOf(references, place)];
  const field = (name: string): Place | undefined =>
    sources
      .map((source) => childOf(source, name))
      .find(({ value }) => value !== undefined);
  const text = (name: string): string | undefined => textOf(field(name)?.value);
  const name = text('name');
  const contentType = text('contentType') ?? textOf(defaultContentType(place));
  const location = locationOf(references, field('correlationId'));
  const headers = readSchema(references, field('headers'));
  const payload = readSchema(references, field('payload'));
  return {
    key,
    pointer: place.pointer,
    ...(name === undefined ? {} : { name }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(location === undefined ? {} : { correlationLocation: location }),
    ...(headers === undefined ? {} : { headers }),
    ...(payload === undefined ? {} : { payload }),
  };
}

/** The last trait first: later ones override earlier ones, and none overrides the message itself. */
function traitsOf(references: References, place: Place): readonly Place[] {
  const traits = references.child(place, 'traits');
  return itemsOf(traits.value)
    .map((_trait, index) => references.child(traits, index))
    .toReversed();
}

function locationOf(
  references: References,
  place: Place | undefined,
): string | undefined {
  if (place === undefined) return undefined;
  return textOf(references.child(references.follow(place), 'location').value);
}

function defaultContentType({ file }: Place): Json | undefined {
  return childOf({ file, pointer: '', value: file.root }, 'defaultContentType').value;
}
