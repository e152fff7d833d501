import type { Json, JsonObject } from '../../../arazzo-import/document.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';

/** Which members of objects are in a sample. */
export type Members = 'all' | 'required';

/** A sample that is being made. */
export interface Sampling {
  readonly members: Members;
  /** Makes the value of a member or an item; `undefined` when it would go on for ever. */
  readonly sample: (node: SchemaNode, place: Place) => Json | undefined;
}

/** Where a value stands. */
export interface Place {
  /** The nearest name of a member: texts are called after it. */
  readonly name: string;
  /** How many members that need not be there it stands in. */
  readonly depth: number;
  /** How many values it stands in. */
  readonly level: number;
  /** The schemas of the values around it. */
  readonly above: ReadonlySet<unknown>;
}

/** The strictest of the bounds that the parts of a schema give. */
export function boundOf(
  parts: readonly JsonObject[],
  keyword: string,
  strictest: 'greatest' | 'least',
): number | undefined {
  const bounds = parts.map((part) => part[keyword]).filter(isNumber);
  if (bounds.length === 0) return undefined;
  return strictest === 'greatest' ? Math.max(...bounds) : Math.min(...bounds);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
