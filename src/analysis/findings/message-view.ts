import { messageSchemas } from '../../arazzo-import/check/message-schemas.ts';
import { rootNode } from '../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../arazzo-import/check/schema/schema-node.ts';
import type { MessageCallPlan } from '../../arazzo-import/plan.ts';
import type { AsyncApiSource } from '../../arazzo-import/sources/document-unit.ts';
import { unknownOperation } from './unknown-operation.ts';
import type { ViewContext } from './to-view.ts';
import type { OperationView } from './view.ts';

/** What is known about the messages that a step waits for. */
export function toMessageView(
  { action, channel }: MessageCallPlan,
  { sources }: ViewContext['unit'],
): OperationView {
  if (action !== 'receive') return unknownOperation;
  const source = [...sources.values()].find(
    (each): each is AsyncApiSource =>
      each.kind === 'asyncapi' && each.key === channel.source,
  );
  const index = source?.asyncapi;
  const use = index?.kind === 'asyncapi' ? index.find(channel, action) : undefined;
  if (use === undefined) return unknownOperation;
  let nodes: { readonly found: readonly SchemaNode[] | undefined } | undefined;
  return {
    ...unknownOperation,
    name: channel.operationId ?? channel.channelPath ?? '',
    // Schemas cost as much as they are large: only when something asks, and once.
    answers: () => (nodes ??= { found: messageSchemas(use)?.map(rootNode) }).found,
  };
}
