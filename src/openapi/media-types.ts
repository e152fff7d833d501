import { isObject, itemsOf, membersOf, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import type { OperationReader } from './operation-reader.ts';
import { readSerialisation, withoutParameterFields } from './parameters.ts';
import type { Serialisation } from './parameters.ts';
import type { Place } from './references.ts';
import type { JsonSchema } from './schema.ts';

/** A body in one media type. */
export interface MediaType {
  /** As declared; may be a range (`image/*`). */
  readonly contentType: string;
  /** A JSON Schema that stands alone; made when asked for. */
  readonly schema: () => JsonSchema | undefined;
  /** How the properties of a form are sent, by name. */
  readonly encoding: Readonly<Record<string, Encoding>>;
}

/** How one property of a form is sent. */
export interface Encoding {
  /** Absent when the description says nothing about it. */
  readonly serialisation?: Serialisation;
  /** May be a list: `image/png, image/jpeg`. */
  readonly contentType?: string;
}

/** A header of a response or a part. */
export interface OpenApiHeader {
  readonly required: boolean;
  readonly schema: () => JsonSchema | undefined;
}

/** Reads the `content` of a Request Body or Response Object. */
export function readContent(
  reader: OperationReader,
  content: Place,
): readonly MediaType[] {
  return membersOf(content.value).map(([contentType]) => {
    const place = reader.references.child(content, contentType);
    const encoding = isObject(place.value) ? place.value['encoding'] : undefined;
    return {
      contentType,
      schema: lazySchema(reader, place),
      encoding: readEncoding(encoding),
    };
  });
}

/** A sequence of items (3.2) is for a caller the list of them. */
function lazySchema(reader: OperationReader, place: Place): MediaType['schema'] {
  return () => {
    if (!isObject(place.value)) return undefined;
    const { schema, itemSchema } = place.value;
    if (schema !== undefined) return reader.schema(schemaPlace(place, schema, 'schema'));
    if (itemSchema === undefined) return undefined;
    return reader.schema({
      ...schemaPlace(place, itemSchema, 'itemSchema'),
      value: { type: 'array', items: itemSchema },
    });
  };
}

/** Not followed: a schema that is a reference stays one. */
function schemaPlace(place: Place, value: Json, key: string): Place {
  return { file: place.file, pointer: `${place.pointer}/${key}`, value };
}

function readEncoding(value: Json | undefined): MediaType['encoding'] {
  const encodings = membersOf(value).flatMap(([name, encoding]) =>
    isObject(encoding) ? [{ name, encoding }] : [],
  );
  return Object.fromEntries(
    encodings.map(({ name, encoding }) => [
      name,
      { ...readContentType(encoding['contentType']), ...readStyle(encoding) },
    ]),
  );
}

/** The style counts only when one of its fields is there; else the content type does. */
function readStyle(encoding: JsonObject): Pick<Encoding, 'serialisation'> {
  const isStyled = ['style', 'explode', 'allowReserved'].some(
    (field) => field in encoding,
  );
  return isStyled ? { serialisation: readSerialisation(encoding, 'query') } : {};
}

function readContentType(value: Json | undefined): { readonly contentType?: string } {
  const contentType = textOf(value);
  return contentType === undefined ? {} : { contentType };
}

/** Reads a Headers map; names in lower case. `Content-Type` is not among them (3.x). */
export function readHeaders(
  reader: OperationReader,
  headers: Place,
): Readonly<Record<string, OpenApiHeader>> {
  const names = membersOf(headers.value)
    .map(([name]) => name)
    .filter((name) => name.toLowerCase() !== 'content-type');
  return Object.fromEntries(
    names.map((name) => [
      name.toLowerCase(),
      readHeader(reader, reader.references.child(headers, name)),
    ]),
  );
}

function readHeader(reader: OperationReader, place: Place): OpenApiHeader {
  return {
    required: isObject(place.value) && place.value['required'] === true,
    schema: () =>
      reader.schema(
        reader.version === '2.0'
          ? withoutParameterFields(place)
          : schemaPlace(
              place,
              isObject(place.value) ? (place.value['schema'] ?? true) : true,
              'schema',
            ),
      ),
  };
}

/** `consumes` and `produces` of 2.0: the operation's, else those of the whole description. */
export function swaggerMediaTypes(
  operation: Json | undefined,
  root: Json,
  field: 'consumes' | 'produces',
): readonly string[] {
  const own = isObject(operation) ? operation[field] : undefined;
  const list = own ?? (isObject(root) ? root[field] : undefined);
  return itemsOf(list).filter((item): item is string => typeof item === 'string');
}
