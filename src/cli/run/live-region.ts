import { stripVTControlCharacters } from 'node:util';
import { displayWidth } from '../../diagnostics/display-width.ts';
import type { Output } from '../io.ts';

/** The last lines of a terminal, which are written over and over. */
export interface LiveRegion {
  /** Lines that are not wider than the terminal, and fewer than it has rows. */
  draw(lines: readonly string[]): void;
  /** Leaves these lines, however many, and goes on below them. */
  done(lines: readonly string[]): void;
}

const escape = '\u001B[';
const hideCursor = `${escape}?25l`;
const showCursor = `${escape}?25h`;
const clearLine = `${escape}K`;
const clearBelow = `${escape}J`;
/** Terminals that know it show everything between the two at once. */
const beginFrame = `${escape}?2026h`;
const endFrame = `${escape}?2026l`;

/** Creates a region at the cursor; it writes only what has changed since the last picture. */
export function createLiveRegion(output: Output): LiveRegion {
  let shown: readonly string[] = [];
  let columns = output.columns;

  const toFrame = (lines: readonly string[]): string => {
    // A terminal that became narrower has broken the old lines into more.
    const clear = columns === output.columns ? '' : clearBelow;
    columns = output.columns;
    const height = heightOf(shown, columns);
    const up = height === 0 ? hideCursor : `${escape}${height}A`;
    const text = lines.map((line) => `${line}${clearLine}\n`).join('');
    return `${beginFrame}\r${up}${clear}${text}${endFrame}`;
  };
  const draw = (lines: readonly string[]): void => {
    if (columns === output.columns && lines.join('\n') === shown.join('\n')) return;
    output.write(toFrame(lines));
    shown = lines;
  };
  return {
    draw,
    done: (lines) => {
      draw(lines);
      output.write(showCursor);
    },
  };
}

/** The rows that lines take. */
function heightOf(lines: readonly string[], columns: number): number {
  const rows = lines.map((line) =>
    Math.ceil(displayWidth(stripVTControlCharacters(line)) / columns),
  );
  return rows.reduce((sum, row) => sum + Math.max(1, row), 0);
}
