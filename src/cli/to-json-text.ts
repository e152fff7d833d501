/** A JSON document as text, in which characters that could steer a terminal stand as escapes. */
export function toJsonText(value: unknown): string {
  // Of those, JSON itself escapes only the ones below the blank.
  const text = JSON.stringify(value, null, 2).replaceAll(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}
