import { parseCorrelationLocation } from '../../asyncapi/index.ts';
import type { CorrelationLocation } from '../../asyncapi/index.ts';
import { headerValue, resolvePointer, sameJson } from '../../expressions/index.ts';
import type { Correlation, Message } from '../message-service.ts';

/** Where to look when the source does not say. */
const usualLocations: readonly CorrelationLocation[] = [
  { part: 'header', keys: ['correlationId'] },
  { part: 'payload', keys: ['correlationId'] },
];

/**
 * Tells whether a message carries the correlation id, where it should. Never throws.
 *
 * In the payload the value has to be the same, with its type. In a header a number or boolean also
 * equals its text, since brokers carry headers as text. Nothing equals an id that is absent or
 * `null`, and no message matches a location that cannot be read.
 */
export function matchesCorrelation(
  message: Message,
  { id, location }: Correlation,
): boolean {
  if (id === undefined || id === null) return false;
  return locationsOf(location).some(({ part, keys }) =>
    part === 'header'
      ? sameHeader(valueInHeaders(message, keys), id)
      : sameJson(resolvePointer(message, ['payload', ...keys]), id),
  );
}

function locationsOf(location: string | undefined): readonly CorrelationLocation[] {
  if (location === undefined) return usualLocations;
  const parsed = parseCorrelationLocation(location);
  return parsed === undefined ? [] : [parsed];
}

function valueInHeaders(message: Message, keys: readonly string[]): unknown {
  // Read as data, since what a binding hands over may be anything.
  const headers = resolvePointer(message, ['headers']);
  const [name, ...rest] = keys;
  if (name === undefined || typeof headers !== 'object' || headers === null)
    return headers;
  return resolvePointer(headerValue(headers as Message['headers'], name), rest);
}

function sameHeader(value: unknown, id: unknown): boolean {
  if (typeof value === 'string' && isScalar(id)) return value === String(id);
  if (typeof id === 'string' && isScalar(value)) return id === String(value);
  return sameJson(value, id);
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
