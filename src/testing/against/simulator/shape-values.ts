import type { Json, JsonObject } from '../../../arazzo-import/document.ts';
import { isObject } from '../../../arazzo-import/is-object.ts';
import type {
  NumberShape,
  Shape,
  StringShape,
  StructureShape,
} from '../../../services/healthlake/simulator/shape.ts';

/** Whether HealthLake takes a value, which the SDK may turn from a text into a number before. */
export function fitsShape(value: Json, shape: Shape): boolean {
  if (isNumeric(shape)) return fitsNumber(value, shape);
  if (shape.type === 'string') return typeof value === 'string' && fitsText(value, shape);
  if (shape.type === 'enum') return shape.values.some((each) => each === value);
  if (shape.type === 'boolean') return typeof value === 'boolean';
  if (shape.type === 'structure') return isObject(value) && fitsMembers(value, shape);
  return Array.isArray(value) && value.every((item: Json) => fitsShape(item, shape.item));
}

function isNumeric(shape: Shape): shape is NumberShape {
  return shape.type === 'integer' || shape.type === 'timestamp';
}

function fitsText(
  text: string,
  { min = 0, max = Infinity, pattern }: StringShape,
): boolean {
  return text.length >= min && text.length <= max && pattern?.test(text) !== false;
}

function fitsNumber(
  value: Json,
  { type, min = 0, max = Infinity }: NumberShape,
): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  if (type === 'timestamp') return !Number.isNaN(new Date(value).getTime());
  const number = value === '' ? Number.NaN : Number(value);
  return Number.isInteger(number) && number >= min && number <= max;
}

function fitsMembers(value: JsonObject, { required, optional }: StructureShape): boolean {
  const hasRequired = Object.keys(required).every((name) => name in value);
  const members = { ...required, ...optional };
  return (
    hasRequired &&
    Object.entries(value).every(([name, member]) => {
      const shape = Object.hasOwn(members, name) ? members[name] : undefined;
      return shape === undefined || fitsShape(member, shape);
    })
  );
}

/** Values that HealthLake takes, of all kinds that it has. */
const texts = [
  '0123456789abcdef0123456789abcdef',
  's3://arazzo-paths/path/',
  'arn:aws:iam::123456789012:role/ArazzoPaths',
  'arn:aws:lambda:us-east-1:123456789012:function:authorise',
  'arn:aws:healthlake:us-east-1:123456789012:datastore/fhir/0123456789abcdef0123456789abcdef',
];

/** Values that may fit a shape; numbers also as texts, for inputs that are texts. */
export function valuesFor(shape: Shape): readonly Json[] {
  if (isNumeric(shape))
    return shape.type === 'integer' ? [5, '5'] : ['2024-01-01T00:00:00Z'];
  if (shape.type === 'string') return texts;
  if (shape.type === 'enum') return shape.values;
  if (shape.type === 'boolean') return [true];
  if (shape.type === 'list') return valuesFor(shape.item).map((item) => [item]);
  return [Object.fromEntries(Object.entries(shape.required).map(toMember))];
}

function toMember([name, shape]: readonly [string, Shape]): readonly [string, Json] {
  return [name, valuesFor(shape).find((value) => fitsShape(value, shape)) ?? null];
}
