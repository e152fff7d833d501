import type { OpenApiOperation } from '../../openapi/index.ts';
import { memberNames } from './schema/member-names.ts';
import { rootNode } from './schema/schema-node.ts';

/** The names that the description lists for the members of an operation's body. */
export function bodyMembers({ requestBody }: OpenApiOperation): ReadonlySet<string> {
  const schema = requestBody?.mediaTypes[0]?.schema();
  return schema === undefined ? new Set() : memberNames(rootNode(schema)).names;
}
