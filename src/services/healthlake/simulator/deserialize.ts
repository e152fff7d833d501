import { ServiceError } from './service-error.ts';
import type { Shape, StructureShape } from './shape.ts';

const jsonTypes: {
  readonly [Type in Shape['type']]: {
    readonly noun: string;
    readonly fits: (value: unknown) => boolean;
  };
} = {
  string: { noun: 'a String', fits: (value) => typeof value === 'string' },
  enum: { noun: 'a String', fits: (value) => typeof value === 'string' },
  integer: { noun: 'an Integer', fits: Number.isInteger },
  timestamp: { noun: 'a Timestamp', fits: (value) => typeof value === 'number' },
  boolean: { noun: 'a Boolean', fits: (value) => typeof value === 'boolean' },
  list: { noun: 'a List', fits: Array.isArray },
  structure: { noun: 'a Structure', fits: isObject },
};

/**
 * The value with the members that its shape knows and without nulls.
 *
 * @throws `SerializationException` when a value has another JSON type than its shape.
 */
export function deserialize(shape: Shape, value: unknown): unknown {
  const { noun, fits } = jsonTypes[shape.type];
  if (!fits(value)) {
    throw new ServiceError(
      'SerializationException',
      `${tokenOf(value)} can not be converted to ${noun}`,
    );
  }
  if (shape.type === 'list') {
    return (value as unknown[]).map((item) => deserialize(shape.item, item));
  }
  if (shape.type === 'structure') return deserializeMembers(shape, value as object);
  return value;
}

function deserializeMembers(shape: StructureShape, value: object): object {
  const members = { ...shape.required, ...shape.optional };
  const known = Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const memberShape = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!memberShape || member === null) return [];
    return [[name, deserialize(memberShape, member)]];
  });
  return Object.fromEntries(known) as object;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tokenOf(value: unknown): string {
  if (Array.isArray(value)) return 'START_ARRAY';
  if (isObject(value)) return 'START_OBJECT';
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  return value === null ? 'NULL_VALUE' : `${(typeof value).toUpperCase()}_VALUE`;
}
