import { isObject, textOf } from '../openapi/json.ts';
import { childOf } from '../openapi/references.ts';
import type { Place, References } from '../openapi/references.ts';
import { toJsonSchema } from '../openapi/schema.ts';
import type { JsonSchema } from '../openapi/schema.ts';
import { toTuples } from './to-tuples.ts';

/** The schema of a message's headers or payload. */
export interface MessageSchema {
  /** JSON Pointer to it. */
  readonly pointer: string;
  /** The media type of its language, when the description gives one. */
  readonly format?: string;
  /**
   * The schema as JSON Schema (2020-12) that stands alone; `undefined` when it is written in another
   * language, such as Avro. Costs as much as the schema is large.
   */
  readonly toJsonSchema: () => JsonSchema | undefined;
}

const jsonSchemaFormats = /^application\/(?:vnd\.aai\.asyncapi|schema)\b/u;

/** Reads a Schema Object or a Multi Format Schema Object. */
export function readSchema(
  references: References,
  at: Place | undefined,
): MessageSchema | undefined {
  if (at === undefined) return undefined;
  const place = references.follow(at);
  if (!isObject(place.value) && typeof place.value !== 'boolean') return undefined;
  const format = textOf(childOf(place, 'schemaFormat').value);
  if (format === undefined) return schemaAt(references, place);
  const schema = references.child(place, 'schema');
  const isJsonSchema = jsonSchemaFormats.test(format);
  if (isJsonSchema) return { ...schemaAt(references, schema), format };
  return { pointer: schema.pointer, format, toJsonSchema: () => undefined };
}

function schemaAt(references: References, place: Place): MessageSchema {
  const context = { references, isJsonSchema: true, report: () => {} };
  return {
    pointer: place.pointer,
    toJsonSchema: () => toTuples(toJsonSchema(place, context)),
  };
}
