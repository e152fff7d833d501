import type { Json } from '../expressions/index.ts';
import { isObject, membersOf, textOf } from '../openapi/json.ts';
import { childOf } from '../openapi/references.ts';
import type { Place, References } from '../openapi/references.ts';
import type { ChannelReference } from './channel-reference.ts';
import { findChannels } from './find-channels.ts';
import { findUse } from './find-use.ts';
import type { ChannelUse, MessageAction } from './find-use.ts';
import type { AsyncApiChannel } from './read-channel.ts';
import { readOperation } from './read-operation.ts';
import type { AsyncApiOperation } from './read-operation.ts';
import { createReferences } from './references.ts';

/** An AsyncAPI 3 description, as far as linking a workflow to it needs. */
export interface AsyncApiIndex {
  readonly kind: 'asyncapi';
  /** `3.0.0`. */
  readonly version: string;
  readonly title?: string;
  /** Where its messages go, for people. */
  readonly servers: readonly AsyncApiServer[];
  /** For hints. */
  readonly operationIds: readonly string[];
  /** JSON Pointers to the channels, for hints: `/channels/orders`. */
  readonly channelPaths: readonly string[];
  operation(operationId: string): AsyncApiOperation | undefined;
  /** A channel by a JSON Pointer to it, also one that leads through references. */
  channel(pointer: string): AsyncApiChannel | undefined;
  /** What a step of a workflow uses that names this operation or channel, and does `action`. */
  find(reference: ChannelReference, action?: MessageAction): ChannelUse | undefined;
}

/** Something that says that it is AsyncAPI, of a version that is not read. */
export interface UnsupportedAsyncApi {
  readonly kind: 'unsupported';
  /** As written. */
  readonly version: string;
}

/** A Server Object. */
export interface AsyncApiServer {
  readonly name: string;
  /** `localhost:9092`, with variables as written. */
  readonly host: string;
  /** `kafka`. */
  readonly protocol: string;
}

/**
 * Indexes an AsyncAPI 3 description. Older ones are told by their version, since their operations
 * have neither ids of their own nor channels with keys (B-SRC-02); anything else gives `undefined`.
 */
export function indexAsyncApi(
  value: Json | undefined,
): AsyncApiIndex | UnsupportedAsyncApi | undefined {
  if (!isObject(value) || !Object.hasOwn(value, 'asyncapi')) return undefined;
  const written = value['asyncapi'];
  const version = typeof written === 'number' ? String(written) : textOf(written);
  if (version === undefined) return undefined;
  if (!/^3(?:\.|$)/u.test(version)) return { kind: 'unsupported', version };
  return createIndex({ file: { url: '', root: value }, pointer: '', value }, version);
}

function createIndex(root: Place, version: string): AsyncApiIndex {
  const references = createReferences(root);
  const channels = findChannels(references, root);
  const operations = references.child(root, 'operations');
  const context = { references, channelAt: channels.at };
  const operation = (id: string): AsyncApiOperation | undefined =>
    readOperation(context, id, references.child(operations, id));
  const title = textOf(references.child(root, 'info', 'title').value);
  return {
    kind: 'asyncapi',
    version,
    ...(title === undefined ? {} : { title }),
    servers: readServers(references, references.child(root, 'servers')),
    operationIds: membersOf(operations.value).map(([id]) => id),
    channelPaths: channels.pointers,
    operation,
    channel: channels.byPointer,
    find: (reference, action) =>
      findUse({ operation, channel: channels.byPointer }, reference, action),
  };
}

function readServers(references: References, servers: Place): readonly AsyncApiServer[] {
  return membersOf(servers.value).flatMap(([name]) => {
    const server = references.child(servers, name);
    const host = textOf(childOf(server, 'host').value);
    const protocol = textOf(childOf(server, 'protocol').value);
    return host === undefined || protocol === undefined ? [] : [{ name, host, protocol }];
  });
}
