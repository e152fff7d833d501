import { displayWidth } from './display-width.ts';

/** The part of a source line that is shown, and where the carets go below it, in terminal cells. */
export interface Excerpt {
  readonly text: string;
  readonly indent: number;
  readonly width: number;
}

const longest = 100;
const leading = 40;
const tab = '  ';

/**
 * Gives you a line to print with carets below `start` to `end` (offsets in the line): tabs become
 * blanks, control characters are made visible, and a long line is cut around the carets.
 */
export function toExcerpt(line: string, start: number, end: number): Excerpt {
  const from = line.length > longest ? Math.max(0, start - leading) : 0;
  const to = Math.min(line.length, from + longest);
  const before = (from > 0 ? '…' : '') + printable(line.slice(from, start));
  const marked = printable(line.slice(start, Math.min(end, to)));
  const after =
    printable(line.slice(Math.min(end, to), to)) + (to < line.length ? '…' : '');
  return {
    text: before + marked + after,
    indent: displayWidth(before),
    width: Math.max(1, displayWidth(marked)),
  };
}

/**
 * Gives you the text without tabs and without characters that steer a terminal or turn the reading
 * direction: a document must not be able to rewrite the screen.
 */
export function printable(text: string): string {
  return text
    .replaceAll('\t', tab)
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\u{fffd}');
}
