import { listOf } from '../../../arazzo-import/check/schema/schema-node.ts';
import {
  typesOf,
  alternativesOf,
} from '../../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { walkSchemas } from '../../../arazzo-import/check/schema/walk-schema.ts';
import type { Json, JsonObject } from '../../../arazzo-import/document.ts';
import type { Key } from '../../../expressions/index.ts';
import { allParts, schemasAt } from '../../cases/sample/schema-at.ts';

/** What a place in an answer can hold, as its schemas say. */
export interface PossibleValues {
  /** All of them, when the schemas list them. */
  readonly values?: readonly Json[];
  /** When every schema says. */
  readonly types?: ReadonlySet<string>;
}

/** What a place in an answer can hold; `undefined` when the schemas do not say enough to know. */
export function possibleValues(
  nodes: readonly SchemaNode[],
  keys: readonly Key[],
): PossibleValues | undefined {
  // Wherever there may be something else, that may be there.
  if (nodes.some((node) => isOpenOnTheWay(node, keys))) return undefined;
  const found = nodes.flatMap((node) => schemasAt(node, keys));
  if (found.length === 0) return undefined;
  const values = found.map(valuesOf);
  const types = found.map(allTypes);
  return {
    ...(values.includes(undefined)
      ? {}
      : { values: values.flatMap((each) => each ?? []) }),
    ...(types.includes(undefined)
      ? {}
      : { types: new Set(types.flatMap((each) => each ?? [])) }),
  };
}

/** Alternatives on the way may not have the place at all, and a misspelled place has its own finding. */
function isOpenOnTheWay(node: SchemaNode, keys: readonly Key[]): boolean {
  if (walkSchemas([node], keys) !== undefined) return true;
  return keys.some((_, index) =>
    schemasAt(node, keys.slice(0, index)).some((each) => alternativesOf(each).length > 0),
  );
}

function valuesOf(node: SchemaNode): readonly Json[] | undefined {
  if (alternativesOf(node).length > 0) return undefined;
  const lists = allParts(node).flatMap((part) => listOfValues(part) ?? []);
  const [first, ...others] = lists;
  return others.length > 0 ? undefined : first;
}

function listOfValues(part: JsonObject): readonly (readonly Json[])[] | undefined {
  const single = part['const'];
  if (single !== undefined) return [[single]];
  const list = listOf(part['enum']);
  return list.length === 0 ? undefined : [list];
}

function allTypes(node: SchemaNode): readonly string[] | undefined {
  return alternativesOf(node).length > 0 ? undefined : typesOf(node);
}
