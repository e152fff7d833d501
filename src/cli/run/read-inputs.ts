import type { Json, JsonObject } from '../../arazzo-import/index.ts';
import { isObject } from '../../arazzo-import/is-object.ts';
import { parseText } from '../../arazzo-import/parse/parse-text.ts';
import type { Io } from '../io.ts';
import { createLineIndex } from '../../diagnostics/index.ts';
import { fileProblem } from '../../services/files/file-problem.ts';
import { UsageError } from '../usage-error.ts';

/** The inputs that a call gives. */
export interface GivenInputs {
  /** Each `name=value`. */
  readonly input?: readonly string[];
  /** The path of a file. */
  readonly inputs?: string;
}

/**
 * The inputs of a run: those of the file, then the single ones, which are texts and become what the
 * schema asks for.
 * @throws UsageError when a file or a text cannot be read
 */
export async function readInputs(
  { input = [], inputs }: GivenInputs,
  schema: JsonObject | boolean | undefined,
  io: Io,
): Promise<Readonly<Record<string, Json>>> {
  const fromFile = inputs === undefined ? {} : await readInputsFile(inputs, io);
  const single = input.map((pair) => toEntry(pair, schema));
  return { ...fromFile, ...Object.fromEntries(single) };
}

async function readInputsFile(path: string, io: Io): Promise<JsonObject> {
  let text: string;
  try {
    text = await io.readFile(path);
  } catch (error) {
    throw new UsageError(
      `The inputs file ${path} cannot be read: ${fileProblem(error)}.`,
      'Check the path of --inputs.',
    );
  }
  const { value, diagnostics } = parseText(text, path);
  const broken = diagnostics.find(({ severity }) => severity === 'error');
  if (broken !== undefined) {
    const { line, column } = createLineIndex(text).positionAt(broken.range.start);
    throw new UsageError(`${path}:${line}:${column}: ${broken.message}`, broken.hint);
  }
  if (isObject(value)) return value;
  throw new UsageError(
    `The inputs file ${path} does not hold an object.`,
    'Write { "name": "value" }.',
  );
}

function toEntry(
  pair: string,
  schema: JsonObject | boolean | undefined,
): readonly [string, Json] {
  const at = pair.indexOf('=');
  if (at < 0)
    throw new UsageError(`--input "${pair}" has no value.`, 'Write --input name=value.');
  // What is behind the sign may be a secret.
  if (at === 0)
    throw new UsageError('An --input has no name.', 'Write --input name=value.');
  const name = pair.slice(0, at);
  return [name, toValue(pair.slice(at + 1), typesOf(propertyOf(schema, name)))];
}

function propertyOf(schema: JsonObject | boolean | undefined, name: string): unknown {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  return isObject(properties) && Object.hasOwn(properties, name)
    ? properties[name]
    : undefined;
}

/** The JSON Schema types that a value may have; none when the schema does not say. */
function typesOf(schema: unknown): readonly unknown[] {
  if (!isObject(schema)) return [];
  const { type, anyOf = [], oneOf = [] } = schema;
  if (type !== undefined) return Array.isArray(type) ? type : [type];
  return [anyOf, oneOf].flat().flatMap(typesOf);
}

/** A text stays one where a string will do; else it is read as JSON, and stays one if it is none. */
function toValue(text: string, types: readonly unknown[]): Json {
  if (types.length === 0 || types.includes('string')) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
