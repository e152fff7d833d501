/** Percent-encodes everything but the unreserved characters of RFC 3986. */
export function percentEncode(text: string): string {
  if (/^[\w.~-]*$/u.test(text)) return text;
  return encodeURIComponent(wellFormed(text)).replaceAll(/[!'()*]/gu, toHex);
}

/**
 * Leaves reserved characters and what is encoded already as they are (`allowReserved`), except for
 * those that would end the part they stand in.
 */
export function encodeReserved(text: string, ending: RegExp): string {
  return wellFormed(text)
    .split(/(%[\da-f]{2})/iu)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : encodeURI(part)
            .replaceAll(/%5B/gu, '[')
            .replaceAll(/%5D/gu, ']')
            .replaceAll(ending, toHex),
    )
    .join('');
}

/** Half of a surrogate pair cannot be sent. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

function toHex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
