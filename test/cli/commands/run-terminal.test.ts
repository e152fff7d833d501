import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { startExport } from '../support/examples.ts';
import { runCli } from '../support/run-cli.ts';

const terminal = { stdout: { isTerminal: true } };
const beginFrame = '\u001B[?2026h';

/** The lines of the last picture, without colours and what moves the cursor. */
function lastPicture(stdout: string): readonly string[] {
  const picture = stdout.slice(stdout.lastIndexOf(beginFrame));
  return stripVTControlCharacters(picture).replaceAll('\r', '').split('\n');
}

describe('on a terminal', () => {
  test('the last picture shows how each step ended, and stays', async () => {
    const { code, stdout } = await runCli(['run', ...startExport], terminal);

    expect(code).toBe(0);
    expect(lastPicture(stdout).slice(0, 5)).toEqual([
      '✔ startExportJob   0:00  200',
      '✔ pollExportJob    4:00  COMPLETED · 3 calls',
      '✔ listExportJobs   0:00  200',
      '',
      '✔ completed after 4 min (simulated), on the embedded HealthLake simulator',
    ]);
  });

  test('steps that never ran stay idle below the one that failed', async () => {
    const argv = ['run', ...startExport, '--fault', 'FAILED'];
    const { code, stdout } = await runCli(argv, terminal);

    expect(code).toBe(1);
    expect(lastPicture(stdout).slice(1, 3)).toEqual([
      '✖ pollExportJob    4:00  FAILED · 3 calls',
      '· listExportJobs',
    ]);
  });

  test('a picture is never higher than the screen', async () => {
    const stdout = { isTerminal: true, rows: 4 };
    const result = await runCli(['run', ...startExport], { stdout });

    const pictures = result.stdout.split(beginFrame).slice(1, -1);
    const heights = pictures.map((picture) => picture.split('\n').length - 1);
    expect(Math.max(...heights)).toBe(2);
  });
});
