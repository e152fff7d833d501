import type { Encoding, MediaType } from '../../../openapi/index.ts';
import { refuse } from '../refuse.ts';
import { encodeReserved, percentEncode } from '../request/percent-encode.ts';
import { toPairs } from '../request/serialise.ts';
import type { Pair } from '../request/serialise.ts';

/** Writes `application/x-www-form-urlencoded`. A text is the form itself. */
export function encodeForm(payload: unknown, declared: MediaType | undefined): string {
  if (typeof payload === 'string') return payload;
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload))
    return refuse('A form is made of an object or a text.');
  return Object.entries(payload)
    .flatMap(([name, value]) => fieldPairs(name, value, declared?.encoding[name]))
    .map((pair) => pair.join('='))
    .join('&');
}

/** What has no style of its own: lists repeat the name, objects are JSON. */
function fieldPairs(
  name: string,
  value: unknown,
  { serialisation }: Encoding = {},
): readonly Pair[] {
  if (serialisation !== undefined) {
    const encode = serialisation.allowReserved
      ? (text: string) => encodeReserved(text, /[#&+=]/gu)
      : percentEncode;
    return toPairs(name, value, { ...serialisation, encode });
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return toPairs(name, isObject ? JSON.stringify(value) : value, {
    style: 'form',
    explode: true,
    encode: percentEncode,
  });
}
