import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { diagnosticCodes } from '../src/diagnostics/index.ts';

const project = fileURLToPath(new URL('../', import.meta.url));

/** The codes that the table has rows for. */
function documentedCodes(): readonly string[] {
  const path = `${project}docs/diagnostics.md`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return [...text.matchAll(/^\|\s*(?:<a [^>]*><\/a>\s*)?`([A-Z_\d]+)`/gm)].map(
    ([, code = '']) => code,
  );
}

/** Everything that tests say. */
function testTexts(): string {
  const files = readdirSync(`${project}test`, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.test.ts') && file !== 'diagnostic-codes.test.ts')
    .map((file) => readFileSync(`${project}test/${file}`, 'utf8'))
    .join('\n');
}

test('every code has a row in docs/diagnostics.md, and every row a code', () => {
  const documented = documentedCodes();
  const missing = diagnosticCodes.filter((code) => !documented.includes(code));
  const stray = documented.filter((code) => !diagnosticCodes.includes(code as never));
  expect({ missing, stray }).toEqual({ missing: [], stray: [] });
});

test('every code is met in a test', () => {
  const texts = testTexts();
  expect(
    diagnosticCodes.filter((code) => !new RegExp(`\\b${code}\\b`).test(texts)),
  ).toEqual([]);
});
