import { readFile } from 'node:fs/promises';

/** What the documentation says about a code. */
export interface Rule {
  readonly meaning: string;
  readonly remedy: string;
}

/** The rows of `docs/diagnostics.md`, by code; none when the file is not there. */
export async function readRules(): Promise<ReadonlyMap<string, Rule>> {
  const text = await readPackageFile('docs/diagnostics.md').catch(() => '');
  const rows = text.matchAll(/^\| `(?<code>[A-Z_\d]+)`(?<cells>.*)\|\s*$/gmu);
  return new Map(
    Array.from(rows, ({ groups }) => {
      const [, , meaning = '', remedy = ''] = (groups?.['cells'] ?? '').split(
        /(?<!\\)\|/u,
      );
      return [groups?.['code'] ?? '', { meaning: meaning.trim(), remedy: remedy.trim() }];
    }),
  );
}

/** The version of this package. */
export async function readVersion(): Promise<string> {
  const text = await readPackageFile('package.json');
  return String((JSON.parse(text) as { version: unknown }).version);
}

/** Three folders up from here, and from the file that this becomes a part of. */
function readPackageFile(path: string): Promise<string> {
  return readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');
}
