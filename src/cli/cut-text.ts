import { displayWidth } from '../diagnostics/display-width.ts';

/** Cuts a text to a width, and shows that something is missing. */
export function cutText(text: string, width: number): string {
  // No character takes less than a cell, but for a few that are invisible.
  if (text.length <= width * 4 && displayWidth(text) <= width) return text;
  let result = '';
  for (const character of text) {
    if (displayWidth(result + character) >= width) break;
    result += character;
  }
  return `${result}…`;
}
