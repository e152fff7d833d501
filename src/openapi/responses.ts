import { isObject, membersOf, textOf } from './json.ts';
import { readContent, readHeaders, swaggerMediaTypes } from './media-types.ts';
import type { MediaType, OpenApiHeader } from './media-types.ts';
import type { OperationReader } from './operation-reader.ts';
import type { Place } from './references.ts';

/** An answer that the description tells of. */
export interface OpenApiResponse {
  /** `200`, a range (`2XX`) or `default`. */
  readonly status: string;
  readonly description?: string;
  readonly mediaTypes: readonly MediaType[];
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, OpenApiHeader>>;
}

/** Reads the Responses Object of an operation. */
export function readResponses(
  reader: OperationReader,
  operation: Place,
): readonly OpenApiResponse[] {
  const responses = reader.references.child(operation, 'responses');
  return membersOf(responses.value)
    .filter(([status]) => !status.startsWith('x-'))
    .map(([status]) =>
      readResponse(reader, operation, reader.references.child(responses, status), status),
    );
}

function readResponse(
  reader: OperationReader,
  operation: Place,
  place: Place,
  status: string,
): OpenApiResponse {
  const description = isObject(place.value)
    ? textOf(place.value['description'])
    : undefined;
  return {
    status: status === 'default' ? status : status.toUpperCase(),
    ...(description === undefined ? {} : { description }),
    mediaTypes:
      reader.version === '2.0'
        ? swaggerContent(reader, operation, place)
        : readContent(reader, reader.references.child(place, 'content')),
    headers: readHeaders(reader, reader.references.child(place, 'headers')),
  };
}

function swaggerContent(
  reader: OperationReader,
  operation: Place,
  place: Place,
): readonly MediaType[] {
  const schema = reader.references.child(place, 'schema');
  if (schema.value === undefined) return [];
  const produces = swaggerMediaTypes(operation.value, operation.file.root, 'produces');
  const types = produces.length === 0 ? ['application/json'] : produces;
  return types.map((contentType) => ({
    contentType,
    schema: () => reader.schema(schema),
    encoding: {},
  }));
}

/** The response that the description has for a status code: the exact one, the range, the default. */
export function findResponse(
  responses: readonly OpenApiResponse[],
  statusCode: number,
): OpenApiResponse | undefined {
  const code = String(statusCode);
  return [code, `${code.charAt(0)}XX`, 'default']
    .map((wanted) => responses.find(({ status }) => status === wanted))
    .find((response) => response !== undefined);
}
