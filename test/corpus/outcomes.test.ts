import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCorpus } from './support/run-corpus.ts';
import { writeCorpus } from './support/write-corpus.ts';

// A package that does what no package should: the script has to catch it and go on.
const packageText = `
export const toPlainDiagnostic = (diagnostic) => diagnostic;
export async function importArazzo(text) {
  if (text.includes('hang')) for (;;);
  if (text.includes('exit')) process.exit(3);
  if (text.includes('throw')) throw new Error('thrown');
  return { diagnostics: [], workflows: text.includes('drop') ? [] : [{}] };
}
`;

test('a document that hangs, ends the process, throws or is dropped is named; the others go on', async () => {
  const folder = writeCorpus({
    'a.yaml': 'hang',
    'b.yaml': 'exit',
    'c.yaml': 'throw',
    'd.yaml': 'drop',
    'e.yaml': 'fine',
  });
  const target = mkdtempSync(join(tmpdir(), 'corpus-package-'));
  writeFileSync(join(target, 'index.js'), packageText);
  writeFileSync(join(target, 'package.json'), '{"type":"module"}');
  try {
    const run = await runCorpus(folder, ['--package', target, '--timeout', '500']);
    expect(run.code).toBe(1);
    expect(run.results.map(({ outcome }) => outcome)).toEqual([
      'hang',
      'crash',
      'crash',
      'imported',
      'imported',
    ]);
    expect(run.stdout).toMatch(/hung: 1\n {2}a\.yaml/);
    expect(run.stdout).toMatch(/crashed: 2\n {2}b\.yaml\n {2}c\.yaml/);
    expect(run.stdout).toMatch(/not all of it became machines: 1\n {2}d\.yaml/);
  } finally {
    rmSync(target, { recursive: true });
    rmSync(folder, { recursive: true });
  }
});
