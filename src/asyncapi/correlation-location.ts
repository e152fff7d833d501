import { parsePointer } from '../expressions/index.ts';

/** Where messages carry their correlation id. */
export interface CorrelationLocation {
  readonly part: 'header' | 'payload';
  /** What leads to it; empty for the whole payload. */
  readonly keys: readonly string[];
}

/**
 * Reads the `location` of a Correlation ID Object (AsyncAPI 3.0): `$message.header#/requestId`,
 * `$message.payload#/meta/id`. Arazzo's `$message.header.requestId` is read as well. `undefined`
 * when it is neither.
 */
export function parseCorrelationLocation(text: string): CorrelationLocation | undefined {
  const match = /^\$message\.(header|payload)(?:#(.*)|\.([^.#{}]+))$/su.exec(text);
  if (match === null) return undefined;
  const part = match[1] === 'header' ? 'header' : 'payload';
  const [, , pointer, name] = match;
  if (name !== undefined) return part === 'header' ? { part, keys: [name] } : undefined;
  const keys = parsePointer(pointer ?? '');
  return keys.ok ? { part, keys: keys.value } : undefined;
}
