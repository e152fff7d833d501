import { isObject, itemsOf, membersOf, textOf } from './json.ts';
import type { JsonObject } from './json.ts';
import type { OperationReader } from './operation-reader.ts';
import type { Place } from './references.ts';
import type { JsonSchema } from './schema.ts';

/** Where a parameter is sent. `querystring` is the whole query string (3.2). */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie' | 'querystring';

/**
 * How the values of arrays and objects are put into a text. `tabDelimited` is `tsv` of 2.0, `cookie`
 * is of 3.2; the others are those of OpenAPI 3.
 */
export type ParameterStyle =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'tabDelimited'
  | 'deepObject'
  | 'cookie';

/** How a value is written. */
export interface Serialisation {
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /** Reserved characters stand as they are. */
  readonly allowReserved: boolean;
}

/** A declared parameter. */
export interface OpenApiParameter extends Serialisation {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  /** Set when the value is written in a media type (`content`) and not in a style. */
  readonly contentType?: string;
  /** A JSON Schema that stands alone; made when asked for. */
  readonly schema: () => JsonSchema | undefined;
}

/** The parameters of an operation and its path item; the operation's win. Without bodies of 2.0. */
export function readParameters(
  reader: OperationReader,
  lists: readonly Place[],
): readonly OpenApiParameter[] {
  const parameters = new Map<string, OpenApiParameter>();
  for (const place of parameterPlaces(reader, lists)) {
    const parameter = readParameter(reader, place);
    if (parameter !== undefined)
      parameters.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...parameters.values()];
}

/** Every Parameter Object of the lists, references followed. */
export function parameterPlaces(
  { references }: OperationReader,
  lists: readonly Place[],
): readonly Place[] {
  return lists.flatMap((list) =>
    itemsOf(list.value).map((_item, index) => references.child(list, index)),
  );
}

const locations: ReadonlySet<string> = new Set<ParameterLocation>([
  'path',
  'query',
  'header',
  'cookie',
  'querystring',
]);

function readParameter(
  reader: OperationReader,
  place: Place,
): OpenApiParameter | undefined {
  const { value } = place;
  if (!isObject(value)) return undefined;
  const name = textOf(value['name']);
  const location = textOf(value['in']);
  if (name === undefined || location === undefined || !locations.has(location))
    return undefined;
  const contentType = membersOf(value['content'])[0]?.[0];
  const schemaPlace =
    contentType === undefined
      ? parameterSchema(reader, place)
      : reader.references.child(place, 'content', contentType, 'schema');
  return {
    name,
    in: location as ParameterLocation,
    required: value['required'] === true || location === 'path',
    ...readSerialisation(value, location),
    ...(contentType === undefined ? {} : { contentType }),
    schema: () => reader.schema(schemaPlace),
  };
}

/** In 2.0 the parameter is its own schema. */
function parameterSchema({ references, version }: OperationReader, place: Place): Place {
  return version === '2.0'
    ? withoutParameterFields(place)
    : references.child(place, 'schema');
}

const parameterFields = new Set([
  'allowEmptyValue',
  'collectionFormat',
  'description',
  'in',
  'name',
  'required',
]);

/** The place of a 2.0 parameter or header, of which only the schema is left. */
export function withoutParameterFields(place: Place): Place {
  if (!isObject(place.value)) return place;
  const schema = Object.entries(place.value).filter(([key]) => !parameterFields.has(key));
  return { ...place, value: Object.fromEntries(schema) };
}

const styles: ReadonlySet<string> = new Set<ParameterStyle>([
  'simple',
  'label',
  'matrix',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'deepObject',
  'cookie',
]);

/** How a Parameter or Encoding Object wants its values written, with the defaults filled in. */
export function readSerialisation(value: JsonObject, location: string): Serialisation {
  const format = textOf(value['collectionFormat']);
  const allowReserved = value['allowReserved'] === true;
  if (format !== undefined || isSwaggerArray(value))
    return { ...fromCollectionFormat(format, location), allowReserved };
  const named = textOf(value['style']);
  const style =
    named !== undefined && styles.has(named)
      ? (named as ParameterStyle)
      : defaultStyle(location);
  const { explode } = value;
  return {
    style,
    explode: typeof explode === 'boolean' ? explode : explodedByDefault.has(style),
    allowReserved,
  };
}

/** `deepObject` has no other form than the exploded one. */
const explodedByDefault: ReadonlySet<ParameterStyle> = new Set([
  'form',
  'cookie',
  'deepObject',
]);

function defaultStyle(location: string): ParameterStyle {
  return location === 'path' || location === 'header' ? 'simple' : 'form';
}

/** Only 2.0 has the type of a parameter beside its name. */
function isSwaggerArray(value: JsonObject): boolean {
  return value['type'] === 'array' && 'name' in value && !('schema' in value);
}

function fromCollectionFormat(
  format: string | undefined,
  location: string,
): Pick<Serialisation, 'style' | 'explode'> {
  const style = format === undefined ? undefined : delimited[format];
  return { style: style ?? defaultStyle(location), explode: format === 'multi' };
}

const delimited: Readonly<Record<string, ParameterStyle>> = {
  ssv: 'spaceDelimited',
  tsv: 'tabDelimited',
  pipes: 'pipeDelimited',
};
