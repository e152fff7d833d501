import { didYouMean } from '../../../diagnostics/index.ts';
import { sameJson } from '../../../expressions/index.ts';
import type { RegexEngine } from '../../../expressions/index.ts';
import type { Json, JsonObject } from '../../document.ts';
import { breaksFormat } from './formats.ts';
import { listOf } from './schema-node.ts';
import { showJson } from './show-json.ts';

/** How values are compared with schemas. */
export interface CheckOptions {
  /** The value becomes text before it is sent, as in a query or a form: `5` is as good as `"5"`. */
  readonly asText: boolean;
  /** Without it patterns are not checked. */
  readonly regex?: RegexEngine | undefined;
}

/** Why a value does not fit a schema. */
export interface Reason {
  readonly text: string;
  readonly hint?: string;
  /** The schema allows one value only: the value tells which of several schemas is meant. */
  readonly isTag?: boolean;
  /** It is of another type, and not only another value. */
  readonly isType?: boolean;
}

/** Why a value that is no object and no array does not fit one schema; `undefined` when it may fit. */
export function scalarProblem(
  written: string | number | boolean | null,
  schema: JsonObject,
  options: CheckOptions,
): Reason | undefined {
  if (options.asText && (written === null || written === '')) return undefined;
  const value = options.asText ? asWanted(written, schema) : written;
  return (
    typeProblem(value, schema, options) ??
    choiceProblem(value, schema) ??
    (typeof value === 'string' ? textProblem(value, schema, options) : undefined) ??
    (typeof value === 'number' ? numberProblem(value, schema) : undefined)
  );
}

/** A text in a query is the number or boolean that the schema wants; a number may be the text. */
function asWanted(
  value: string | number | boolean | null,
  schema: JsonObject,
): typeof value {
  const types = [schema['type']].flat();
  const isWanted = (...wanted: string[]) => wanted.some((type) => types.includes(type));
  if (typeof value !== 'string')
    return isWanted('string') && !isWanted(jsonType(value), 'integer')
      ? String(value)
      : value;
  if (isWanted('integer', 'number') && /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(value))
    return Number(value);
  if (isWanted('boolean') && /^(?:true|false)$/iu.test(value))
    return value.toLowerCase() === 'true';
  return value;
}

function typeProblem(
  value: string | number | boolean | null,
  { type }: JsonObject,
  { asText }: CheckOptions,
): Reason | undefined {
  if (type === undefined) return undefined;
  const types = typeof type === 'string' ? [type] : listOf(type);
  if (types.length === 0 || types.includes(jsonType(value))) return undefined;
  if (typeof value === 'number' && types.includes('integer') && Number.isInteger(value))
    return undefined;
  // A list of one, and objects written as text.
  if (asText && (types.includes('array') || types.includes('object'))) return undefined;
  const wanted = types.map((each) => withArticle(textOf(each))).join(' or ');
  return {
    text: `${showJson(value)} is not ${wanted}`,
    isType: true,
    ...typeHint(value, types),
  };
}

function typeHint(
  value: string | number | boolean | null,
  types: readonly Json[],
): { readonly hint?: string } {
  if (value === null) return { hint: 'Leave it out, or give it a value.' };
  if (types.includes('string')) return { hint: `Quote it: '${String(value)}'.` };
  return typeof value === 'string' && /^(?:-?\d+(?:\.\d+)?|true|false)$/u.test(value)
    ? { hint: `Remove the quotation marks: ${value}.` }
    : {};
}

function withArticle(type: string): string {
  if (type === 'null') return 'null';
  return `${/^[aeiou]/u.test(type) ? 'an' : 'a'} ${type}`;
}

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return typeof value;
}

function choiceProblem(value: Json, schema: JsonObject): Reason | undefined {
  const single = schema['const'];
  const values = single === undefined ? listOf(schema['enum']) : [single];
  // YAML makes numbers and booleans of texts, also in lists of what is allowed.
  const isAllowed = (each: Json): boolean =>
    sameJson(each, value) || textOf(each) === textOf(value);
  if (values.length === 0 || values.some(isAllowed)) return undefined;
  const hint =
    typeof value === 'string' ? didYouMean(value, values.map(textOf)) : undefined;
  const shown = values.slice(0, 10).map(showJson).join(', ');
  return {
    text: `${showJson(value)} is ${values.length === 1 ? 'not' : 'none of'} ${values.length > 10 ? `${shown}, …` : shown}`,
    ...(values.length === 1 ? { isTag: true } : {}),
    ...(hint === undefined ? {} : { hint }),
  };
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function textProblem(
  value: string,
  schema: JsonObject,
  { regex }: CheckOptions,
): Reason | undefined {
  const { minLength, maxLength, pattern, format } = schema;
  const length = Array.from(value).length;
  if (typeof minLength === 'number' && length < minLength)
    return { text: `${showJson(value)} is shorter than ${minLength} characters` };
  if (typeof maxLength === 'number' && length > maxLength)
    return { text: `${showJson(value)} is longer than ${maxLength} characters` };
  if (breaksFormat(value, format))
    return { text: `${showJson(value)} is no ${showFormat(format)}` };
  if (typeof pattern !== 'string') return undefined;
  const compiled = regex?.compile(pattern, '');
  if (compiled?.ok !== true || compiled.value.test(value)) return undefined;
  return { text: `${showJson(value)} does not match the pattern ${pattern}` };
}

function showFormat(format: Json | undefined): string {
  return typeof format === 'string' ? format : 'value of the format';
}

function numberProblem(value: number, schema: JsonObject): Reason | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, format } = schema;
  if (typeof minimum === 'number' && value < minimum)
    return { text: `${value} is less than ${minimum}` };
  if (typeof maximum === 'number' && value > maximum)
    return { text: `${value} is more than ${maximum}` };
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum)
    return { text: `${value} is not more than ${exclusiveMinimum}` };
  if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum)
    return { text: `${value} is not less than ${exclusiveMaximum}` };
  return breaksFormat(value, format) ? { text: `${value} is no int32` } : undefined;
}
