import { NumericValue, toBase64 } from '@smithy/core/serde';

import { OperationError } from '../../diagnostics/index.ts';

/**
 * An SDK value as plain JSON: dates as ISO 8601 texts, bytes as Base64, no undefined keys.
 *
 * @throws OperationError with code `NO_ANSWER` when there is a stream in it.
 */
export function toPlainJson(value: unknown): unknown {
  if (typeof value === 'bigint') return toSafeNumber(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toPlainJson);
  return isPlain(value) ? toPlainObject(value) : fromInstance(value);
}

/** The entries of an object as plain JSON, but not those whose key is left out. */
export function toPlainObject(
  value: object,
  isLeftOut: (key: string) => boolean = () => false,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined && !isLeftOut(key)) result[key] = toPlainJson(item);
  }
  return result;
}

function fromInstance(value: object): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return toBase64(value);
  if (value instanceof NumericValue) return value.string;
  // A JSON text that the SDK wraps in a `String` object.
  const primitive: unknown = value.valueOf();
  if (typeof primitive === 'string') return primitive;
  if (Symbol.asyncIterator in value) {
    throw new OperationError('NO_ANSWER', 'The answer is a stream, which has no JSON.');
  }
  return toPlainObject(value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function toSafeNumber(value: bigint): number | string {
  const asNumber = Number(value);
  return Number.isSafeInteger(asNumber) ? asNumber : String(value);
}
