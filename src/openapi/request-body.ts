import { isFormType } from './content-type.ts';
import { isObject, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { readContent, swaggerMediaTypes } from './media-types.ts';
import type { MediaType } from './media-types.ts';
import type { OperationReader } from './operation-reader.ts';
import {
  parameterPlaces,
  readSerialisation,
  withoutParameterFields,
} from './parameters.ts';
import type { Place } from './references.ts';

/** What an operation wants in its body. */
export interface OpenApiRequestBody {
  readonly required: boolean;
  /** In the order of the description. */
  readonly mediaTypes: readonly MediaType[];
}

/** Reads the Request Body Object of an operation (3.x). */
export function readRequestBody(
  reader: OperationReader,
  operation: Place,
): OpenApiRequestBody | undefined {
  const place = reader.references.child(operation, 'requestBody');
  if (!isObject(place.value)) return undefined;
  return {
    required: place.value['required'] === true,
    mediaTypes: readContent(reader, reader.references.child(place, 'content')),
  };
}

/** Reads the `body` and `formData` parameters of 2.0 as a request body. */
export function readSwaggerBody(
  reader: OperationReader,
  operation: Place,
  lists: readonly Place[],
): OpenApiRequestBody | undefined {
  const places = parameterPlaces(reader, lists);
  const consumes = swaggerMediaTypes(operation.value, operation.file.root, 'consumes');
  const body = places.findLast((place) => fieldOf(place, 'in') === 'body');
  if (body !== undefined) return wholeBody(reader, body, consumes);
  const fields = places.filter((place) => fieldOf(place, 'in') === 'formData');
  return fields.length === 0 ? undefined : formBody(reader, fields, consumes);
}

function wholeBody(
  reader: OperationReader,
  body: Place,
  consumes: readonly string[],
): OpenApiRequestBody {
  const schema = reader.references.child(body, 'schema');
  const types = consumes.length === 0 ? ['application/json'] : consumes;
  return {
    required: fieldOf(body, 'required') === true,
    mediaTypes: types.map((contentType) => ({
      contentType,
      schema: () => reader.schema(schema),
      encoding: {},
    })),
  };
}

function formBody(
  reader: OperationReader,
  fields: readonly Place[],
  consumes: readonly string[],
): OpenApiRequestBody {
  const hasFile = fields.some((place) => fieldOf(place, 'type') === 'file');
  const forms = consumes.filter(isFormType);
  const types =
    forms.length > 0
      ? forms
      : [hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'];
  const named = fields.flatMap((place) =>
    isObject(place.value)
      ? [{ name: textOf(place.value['name']) ?? '', value: place.value }]
      : [],
  );
  const required = named.filter(({ value }) => value['required'] === true);
  const schema = reader.schema({
    ...(fields[0] as Place),
    pointer: `${fields[0]?.pointer ?? ''}/form`,
    value: formSchema(named, required),
  });
  const encoding = Object.fromEntries(
    named.map(({ name, value }) => [
      name,
      { serialisation: readSerialisation(value, 'query') },
    ]),
  );
  return {
    required: required.length > 0,
    mediaTypes: types.map((contentType) => ({
      contentType,
      schema: () => schema,
      encoding,
    })),
  };
}

interface NamedField {
  readonly name: string;
  readonly value: JsonObject;
}

function formSchema(
  fields: readonly NamedField[],
  required: readonly NamedField[],
): JsonObject {
  const properties = fields.map(({ name, value }) => [name, fieldSchema(value)] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required: required.map(({ name }) => name) }),
  };
}

/** Files are binary, which 2.0 says with a type of its own. */
function fieldSchema(value: JsonObject): Json {
  if (value['type'] === 'file') return { type: 'string', format: 'binary' };
  const place = { file: { url: '', root: null }, pointer: '', value };
  return withoutParameterFields(place).value ?? true;
}

function fieldOf({ value }: Place, field: string): Json | undefined {
  return isObject(value) ? value[field] : undefined;
}
