import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCorpus } from './support/run-corpus.ts';

// Documents of other people; most may not be copied, so they are no part of this project.
const folder =
  process.env['ARAZZO_CORPUS'] ??
  fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const isThere = existsSync(folder);

test.skipIf(!isThere)(
  `real documents: none crashes, hangs or is refused without a place (skipped without ${folder})`,
  { timeout: 300_000 },
  async () => {
    // Generous: the machine may be busy with other tests.
    const { code, results, stdout } = await runCorpus(folder, ['--timeout', '60000']);
    expect({ code, end: code === 0 ? '' : stdout.slice(-2000) }).toEqual({
      code: 0,
      end: '',
    });
    const malformed = results.filter(({ isWellFormed }) => isWellFormed === false);
    const placeless = malformed.filter(
      ({ diagnostics = [] }) =>
        !diagnostics.some(({ line, column }) => line > 0 && column > 0),
    );
    expect(placeless.map(({ document }) => document)).toEqual([]);
  },
);
