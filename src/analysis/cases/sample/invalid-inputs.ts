import {
  listOf,
  memberSchemas,
  partsOf,
  rootNode,
  typesOf,
} from '../../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { inputDefaults } from '../../../arazzo-import/inputs/input-defaults.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import type { Json } from '../../../arazzo-import/document.ts';
import type { JsonRecord } from '../../../machines/types.ts';
import type { JsonSchema } from '../../../openapi/index.ts';
import { fits } from './fits.ts';
import { sampleInputs } from './sample-inputs.ts';

/** Inputs that do not fit the schema of a workflow, and what is wrong with them. */
export interface InvalidInputs {
  /** `without DatastoreName`, `DatastoreName is 1`. */
  readonly name: string;
  readonly values: JsonRecord;
}

/**
 * Inputs that the schema of a workflow refuses: one that must be there is left out, else one has the
 * wrong type. `undefined` when none can be found.
 */
export function invalidInputs(schema: JsonSchema | undefined): InvalidInputs | undefined {
  if (!isObject(schema)) return undefined;
  const good = sampleInputs(schema, { members: 'required' });
  return withoutOne(schema, good) ?? withWrongType(schema, good);
}

/** A run fills in defaults before it looks. */
function withoutOne(schema: JsonSchema, good: JsonRecord): InvalidInputs | undefined {
  const defaults = inputDefaults(schema) ?? {};
  const missing = partsOf(rootNode(schema))
    .flatMap(({ required }) => listOf(required))
    .find((name) => typeof name === 'string' && !Object.hasOwn(defaults, name));
  if (typeof missing !== 'string') return undefined;
  const others = Object.entries(good).filter(([name]) => name !== missing);
  return { name: `without ${missing}`, values: Object.fromEntries(others) };
}

function withWrongType(schema: JsonSchema, good: JsonRecord): InvalidInputs | undefined {
  const root = rootNode(schema);
  const names = partsOf(root).flatMap(({ properties }) =>
    isObject(properties) ? Object.keys(properties) : [],
  );
  for (const name of names) {
    const nodes = memberSchemas(root, name).map((each) => ({ ...root, schema: each }));
    const value = wrongValue(nodes);
    if (value === undefined) continue;
    return {
      name: `${name} is ${JSON.stringify(value)}`,
      values: { ...good, [name]: value },
    };
  }
  return undefined;
}

/** A number is enough wherever none is wanted, and a text where one is. */
function wrongValue(nodes: readonly SchemaNode[]): Json | undefined {
  const typed = nodes.filter((node) => typesOf(node) !== undefined);
  return [1, 'text', true].find((value) => typed.some((node) => !fits(value, node)));
}
