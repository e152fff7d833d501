import { fromBase64 } from '@smithy/core/serde';
import type { NormalizedSchema } from '@smithy/core/schema';

/** How a JSON value becomes a simple value of the SDK. */
export interface Scalar {
  /** What the value must be, in words. */
  readonly expected: string;
  /** The value for the SDK; `undefined` when it cannot be had. */
  convert(value: unknown): unknown;
}

/** How a value for this member is converted, or `undefined` when it goes through as it is. */
export function findScalar(schema: NormalizedSchema): Scalar | undefined {
  if (schema.isStringSchema()) return text;
  if (schema.isNumericSchema() || schema.isBigDecimalSchema()) return number;
  if (schema.isBooleanSchema()) return boolean;
  if (schema.isTimestampSchema()) return timestamp;
  if (schema.isBigIntegerSchema()) return bigInteger;
  if (schema.isBlobSchema()) return blob;
  return undefined;
}

const text: Scalar = {
  expected: 'a text',
  convert(value) {
    if (typeof value === 'string') return value;
    return typeof value === 'boolean' || Number.isFinite(value)
      ? String(value)
      : undefined;
  },
};

const number: Scalar = {
  expected: 'a number',
  convert: toNumber,
};

const boolean: Scalar = {
  expected: 'true or false',
  convert(value) {
    if (value === 'true') return true;
    if (value === 'false') return false;
    return typeof value === 'boolean' ? value : undefined;
  },
};

const timestamp: Scalar = {
  expected: 'a date and time (ISO 8601, or seconds since 1970)',
  convert(value) {
    const date = toDate(value);
    return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
  },
};

const bigInteger: Scalar = {
  expected: 'a whole number',
  convert(value) {
    if (typeof value === 'bigint' || Number.isInteger(value)) return value;
    return typeof value === 'string' && /^-?\d+$/.test(value) ? BigInt(value) : undefined;
  },
};

const blob: Scalar = {
  expected: 'Base64',
  convert(value) {
    if (value instanceof Uint8Array) return value;
    return typeof value === 'string' ? decodeBase64(value) : undefined;
  },
};

// `Number` alone would also take "", "0x10" and "Infinity".
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function toNumber(value: unknown): number | undefined {
  if (typeof value === 'string' && decimal.test(value.trim())) return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function toDate(value: unknown): Date | undefined {
  if (value instanceof Date) return value;
  const seconds = toNumber(value);
  if (seconds !== undefined) return new Date(seconds * 1000);
  return typeof value === 'string' && iso.test(value)
    ? new Date(inUtc(value))
    : undefined;
}

const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?$/i;

/** A time without an offset would mean another moment on every machine. */
function inUtc(value: string): string {
  return /[T ]/i.test(value) && !/(?:Z|[+-]\d\d:?\d\d)$/i.test(value)
    ? `${value}Z`
    : value;
}

function decodeBase64(value: string): Uint8Array | undefined {
  try {
    return fromBase64(value);
  } catch {
    return undefined;
  }
}
