import {
  memberSchemas,
  partsOf,
  rootNode,
} from '../../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import type { Json } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import type { JsonRecord } from '../../../machines/types.ts';
import type { JsonSchema } from '../../../openapi/index.ts';
import { fits } from './fits.ts';
import { othersLike } from './others-like.ts';
import { sampleNode } from './sample-of.ts';
import type { Members } from './sampling.ts';

export interface InputOptions {
  /** Those that the schema has, or only those that a run must be given. */
  readonly members: Members;
  /** Inputs that are to have these values, whatever the schema says about others. */
  readonly wanted?: JsonRecord;
}

/** Inputs that fit the schema of a workflow; none where there is no schema. */
export function sampleInputs(
  schema: JsonSchema | undefined,
  { members, wanted = {} }: InputOptions,
): JsonRecord {
  if (!isObject(schema)) return wanted;
  const node = rootNode({ type: 'object', ...schema });
  const sample = sampleNode(node, { members });
  return { ...(isObject(sample) ? toldApart(sample, node) : {}), ...wanted };
}

/** Equal values would not show that one input is sent in the place of another. */
function toldApart(sample: JsonRecord, node: SchemaNode): JsonRecord {
  const taken = new Set<Json>();
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => {
      const own = taken.has(value)
        ? otherValue(value, nodesOf(node, name), taken)
        : value;
      taken.add(own);
      return [name, own];
    }),
  );
}

function nodesOf(node: SchemaNode, name: string): readonly SchemaNode[] {
  return memberSchemas(node, name).map((schema) => ({ schema, root: node.root }));
}

const givenBy = ['default', 'example', 'examples', 'const'];

/** Another value that fits as well, unless the schema itself has named this one. */
function otherValue(
  value: Json,
  nodes: readonly SchemaNode[],
  taken: ReadonlySet<Json>,
): Json {
  if (nodes.flatMap(partsOf).some((part) => givenBy.some((key) => key in part)))
    return value;
  for (const other of othersLike(value, taken.size + 1))
    if (!taken.has(other) && nodes.every((node) => fits(other, node))) return other;
  return value;
}
