import { findResponse, isJsonType } from '../../openapi/index.ts';
import type { OpenApiOperation, OpenApiResponse } from '../../openapi/index.ts';
import type { SchemaNode } from './schema/schema-node.ts';
import { rootNode } from './schema/schema-node.ts';
import { schemaOf } from './schema-of.ts';
import type { Described } from './schema-of.ts';
import type { StatusTests } from './status-tests.ts';

/**
 * The responses that an operation may have given where criteria hold; `undefined` when that cannot be
 * told from the description.
 */
export function possibleResponses(
  { responses }: OpenApiOperation,
  { equal, isTestedOtherwise }: StatusTests,
): readonly OpenApiResponse[] | undefined {
  const [statuses] = equal;
  if (statuses !== undefined) {
    const found = statuses.map((status) => findResponse(responses, status));
    return found.includes(undefined) ? undefined : found.flatMap((each) => each ?? []);
  }
  if (isTestedOtherwise) return responses;
  const good = responses.filter(({ status }) => /^[23]/u.test(status));
  return good.length > 0 ? good : responses;
}

/** The schemas of JSON bodies; `undefined` when one of the responses may have any body. */
export function bodySchemas(
  call: Described,
  responses: readonly OpenApiResponse[],
): readonly SchemaNode[] | undefined {
  const schemas = responses.map(({ mediaTypes }) => {
    const json = mediaTypes.find(({ contentType }) => isJsonType(contentType));
    return json && schemaOf(call, json);
  });
  if (schemas.length === 0 || schemas.includes(undefined)) return undefined;
  return schemas.flatMap((schema) => (schema === undefined ? [] : [rootNode(schema)]));
}

/** The schemas of the JSON bodies of all other documented responses. */
export function otherSchemas(
  call: Described,
  known: readonly OpenApiResponse[],
): readonly SchemaNode[] {
  return call.operation.responses
    .filter((response) => !known.includes(response))
    .flatMap((response) => bodySchemas(call, [response]) ?? []);
}
