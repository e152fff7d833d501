import type { Json } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import { rootNode, typesOf } from '../../../arazzo-import/check/schema/schema-node.ts';
import type { SchemaNode } from '../../../arazzo-import/check/schema/schema-node.ts';
import { isJsonType } from '../../../openapi/index.ts';
import type { JsonSchema, MediaType, OpenApiResponse } from '../../../openapi/index.ts';
import { fits } from '../sample/fits.ts';
import { isHuge } from '../sample/is-huge.ts';
import { sampleNode } from '../sample/sample-of.ts';

/** The body of an answer as far as a description tells. */
export interface DescribedBody {
  readonly contentType: string;
  readonly sample: Json;
  /** Of a body that is JSON. A schema that not even its own sample fits says nothing. */
  readonly node?: SchemaNode;
}

const bodies = new WeakMap<MediaType, DescribedBody>();

/** The body of a response; `undefined` when there is none. */
export function describedBody(
  response: OpenApiResponse | undefined,
  otherSchema: JsonSchema | undefined,
): DescribedBody | undefined {
  const types = response?.mediaTypes ?? [];
  const type = types.find(({ contentType }) => isJsonType(contentType)) ?? types[0];
  if (type !== undefined) return bodyOfType(type, otherSchema);
  // A description that has the response and no body means that there is none.
  if (response !== undefined && otherSchema === undefined) return undefined;
  return jsonBody('application/json', otherSchema);
}

function bodyOfType(type: MediaType, otherSchema: JsonSchema | undefined): DescribedBody {
  const known = bodies.get(type);
  if (known !== undefined) return known;
  const contentType = type.contentType.replace(/^\*.*$/u, 'application/json');
  const schema = type.schema();
  if (schema === undefined || schema === true) return plainBody(contentType, otherSchema);
  const body = isJsonType(contentType)
    ? jsonBody(contentType, schema)
    : plainBody(contentType, undefined);
  bodies.set(type, body);
  return body;
}

function plainBody(contentType: string, schema: JsonSchema | undefined): DescribedBody {
  if (isJsonType(contentType)) return jsonBody(contentType, schema);
  return { contentType, sample: /xml/iu.test(contentType) ? '<body/>' : 'text' };
}

function jsonBody(contentType: string, schema: JsonSchema | undefined): DescribedBody {
  if (!isObject(schema)) return { contentType, sample: {} };
  const node = rootNode(schema);
  const sample = sampleNode(node, { name: 'body' });
  // A schema that says nothing may be of anything; a body of JSON is likely an object.
  if (typeof sample === 'string' && typesOf(node) === undefined)
    return { contentType, sample: {} };
  const isUsable = isHuge(schema) || fits(sample, node);
  return isUsable ? { contentType, sample, node } : { contentType, sample };
}
