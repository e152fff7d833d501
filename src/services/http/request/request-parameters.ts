import type { OpenApiParameter, Serialisation } from '../../../openapi/index.ts';
import type { OperationParameter } from '../../service.ts';
import { refuse } from '../refuse.ts';
import { toText } from './serialise.ts';

/** A parameter with its value and how it is written. */
export interface WrittenParameter {
  readonly name: string;
  readonly in: OperationParameter['in'];
  readonly value: unknown;
  readonly writing: Serialisation;
}

/** Joins the values of a request with what the description says about them. */
export function toWrittenParameters(
  values: readonly OperationParameter[],
  declared: readonly OpenApiParameter[],
): readonly WrittenParameter[] {
  const written: WrittenParameter[] = [];
  for (const parameter of values)
    if (parameter.value !== undefined) written.push(toWritten(parameter, declared));
  return written;
}

function toWritten(
  parameter: OperationParameter,
  declared: readonly OpenApiParameter[],
): WrittenParameter {
  const found = declared.find((each) => isSame(each, parameter));
  const { name, in: place, value } = parameter;
  if (found === undefined) return { name, in: place, value, writing: defaults(place) };
  return {
    name: found.name,
    in: place,
    value: found.contentType === undefined ? value : toContent(found, value),
    writing: found,
  };
}

/** Names of headers are the same in any case. */
export function isSame(
  left: Pick<OperationParameter, 'name' | 'in'>,
  right: Pick<OperationParameter, 'name' | 'in'>,
): boolean {
  if (left.in !== right.in) return false;
  return left.in === 'header'
    ? left.name.toLowerCase() === right.name.toLowerCase()
    : left.name === right.name;
}

/** What the description does not know is sent all the same (Arazzo 1.0.1, section 4.6.6). */
function defaults(place: OperationParameter['in']): Serialisation {
  const isForm = place === 'query' || place === 'cookie';
  return { style: isForm ? 'form' : 'simple', explode: isForm, allowReserved: false };
}

function toContent({ name, contentType = '' }: OpenApiParameter, value: unknown): string {
  if (/[/+]json\b/iu.test(contentType))
    return typeof value === 'string' && isJsonStructure(value)
      ? value
      : (JSON.stringify(value) ?? '');
  if (typeof value === 'object')
    refuse(`The parameter "${name}" cannot be written as ${contentType}; give a text.`);
  return toText(value);
}

/** A text that is an object or array in JSON is meant to be it. */
function isJsonStructure(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
