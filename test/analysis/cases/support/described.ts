import type { OpenApiOperation } from '../../../../src/openapi/index.ts';
import type { JsonObject } from '../../../../src/openapi/json.ts';
import { describeApi } from '../../../openapi/support/describe-api.ts';

/** An operation whose responses have these JSON bodies; `undefined` is one without a body. */
export function described(
  bodies: Readonly<Record<string, JsonObject | undefined>>,
): OpenApiOperation {
  const responses = Object.fromEntries(
    Object.entries(bodies).map(([status, schema]) => [
      status,
      toResponse(status, schema),
    ]),
  );
  const paths = { '/x': { get: { operationId: 'x', responses } } };
  const operation = describeApi({ paths }).read({ operationId: 'x' });
  if (operation === undefined) throw new Error('There is no such operation.');
  return operation;
}

function toResponse(status: string, schema: JsonObject | undefined): JsonObject {
  const description = `about ${status}`;
  return schema === undefined
    ? { description }
    : { description, content: { 'application/json': { schema } } };
}

/** The schema of an object with these members. */
export function object(
  properties: JsonObject,
  required: readonly string[] = [],
): JsonObject {
  return { type: 'object', properties, required };
}
