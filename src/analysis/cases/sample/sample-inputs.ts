import { rootNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import type { JsonRecord } from '../../../machines/types.ts';
import type { JsonSchema } from '../../../openapi/index.ts';
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
  return { ...(isObject(sample) ? sample : {}), ...wanted };
}
