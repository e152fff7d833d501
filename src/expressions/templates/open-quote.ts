/**
 * Which quotation mark is open after a piece of text, given the one that was open before it.
 * A backslash takes the next character with it, unless quotation marks are doubled instead.
 */
export function openQuote(
  text: string,
  quotes: string,
  before: string | undefined,
  escape: 'backslash' | 'doubled' = 'backslash',
): string | undefined {
  let open = before;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (open !== undefined && escape === 'backslash' && character === '\\') at++;
    else if (character === open) open = undefined;
    else if (open === undefined && quotes.includes(character)) open = character;
  }
  return open;
}
