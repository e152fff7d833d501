/** Where an offset is, as people count: both from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Looks up lines and columns in one text. */
export interface LineIndex {
  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position;
  /** The line with that number, without its line break; empty when there is no such line. */
  lineAt(line: number): string;
}

let latest: { readonly text: string; readonly index: LineIndex } | undefined;

/**
 * Gives you lines and columns for the offsets of a text. The index of the latest text is kept: its
 * diagnostics are printed one after the other.
 */
export function createLineIndex(text: string): LineIndex {
  if (latest?.text !== text) latest = { text, index: indexLines(text) };
  return latest.index;
}

function indexLines(text: string): LineIndex {
  const starts = lineStarts(text);
  return {
    positionAt: (offset) => {
      const inside = Math.min(Math.max(offset, 0), text.length);
      const line = lastAtOrBefore(starts, inside);
      return { line: line + 1, column: inside - (starts[line] ?? 0) + 1 };
    },
    lineAt: (line) => {
      const start = starts[line - 1];
      if (start === undefined) return '';
      return text.slice(start, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) {
    starts.push(lineBreak.index + lineBreak[0].length);
  }
  return starts;
}

/** Index of the last of the ascending numbers that is not greater than the limit. */
function lastAtOrBefore(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
