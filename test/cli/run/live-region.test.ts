import { describe, expect, test } from 'vitest';
import { createLiveRegion } from '../../../src/cli/run/live-region.ts';
import { createFakeIo } from '../support/fake-io.ts';

/** What a terminal of 80 columns shows after it got this; it knows what the region uses. */
function screenOf(text: string): { lines: readonly string[]; cursor: boolean } {
  const lines: string[] = [''];
  let row = 0;
  let cursor = true;
  // oxlint-disable-next-line no-control-regex -- a terminal reads control characters
  for (const [token] of text.matchAll(/\u001B\[\??\d*[a-zA-Z]|\n|\r|[^\u001B\n\r]+/gu)) {
    const up = /\[(\d+)A$/u.exec(token)?.[1];
    if (up !== undefined) row -= Number(up);
    else if (token === '\n') lines[++row] ??= '';
    else if (token === '\u001B[?25l' || token === '\u001B[?25h')
      cursor = token.endsWith('h');
    else if (token === '\u001B[J') lines.splice(row);
    else if (!token.startsWith('\u001B') && token !== '\r') lines[row] = token;
  }
  return { lines, cursor };
}

describe('a live region', () => {
  test('shows the last picture only, below what was there', () => {
    const { stdout } = createFakeIo({ stdout: { isTerminal: true } });
    stdout.write('heading\n');
    const region = createLiveRegion(stdout);
    region.draw(['a 1', 'b 1']);
    region.draw(['a 2', 'b 2']);
    region.done(['a 3', 'b 3', 'c 3']);

    expect(screenOf(stdout.text)).toEqual({
      lines: ['heading', 'a 3', 'b 3', 'c 3', ''],
      cursor: true,
    });
  });

  test('hides the cursor while it is drawn', () => {
    const { stdout } = createFakeIo();
    createLiveRegion(stdout).draw(['a']);

    expect(screenOf(stdout.text).cursor).toBe(false);
  });

  test('writes nothing when nothing has changed', () => {
    const { stdout } = createFakeIo();
    const region = createLiveRegion(stdout);
    region.draw(['a']);
    const before = stdout.text;
    region.draw(['a']);

    expect(stdout.text).toBe(before);
  });

  test('goes back over the lines that a narrower terminal has broken', () => {
    let columns = 10;
    const { stdout } = createFakeIo();
    const output = {
      ...stdout,
      get columns() {
        return columns;
      },
    };
    const region = createLiveRegion(output);
    region.draw(['123456789', 'b']);
    columns = 5;
    region.draw(['1234', 'b']);

    expect(stdout.text).toContain('\u001B[3A\u001B[J1234');
  });
});
