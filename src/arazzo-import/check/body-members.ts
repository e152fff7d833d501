import { schemaOf } from './schema-of.ts';
import type { Described } from './schema-of.ts';
import { memberNames } from './schema/member-names.ts';
import { rootNode } from './schema/schema-node.ts';

/** The names that the description lists for the members of an operation's body. */
export function bodyMembers(call: Described): ReadonlySet<string> {
  const [mediaType] = call.operation.requestBody?.mediaTypes ?? [];
  const schema = mediaType && schemaOf(call, mediaType);
  return schema === undefined ? new Set() : memberNames(rootNode(schema)).names;
}
