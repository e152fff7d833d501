import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes a corpus of texts into a temporary folder; `.openapi.` in a name makes it a source only. */
export function writeCorpus(texts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-texts-'));
  const names = Object.keys(texts);
  for (const name of names) {
    const path = join(folder, 'docs', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, texts[name] ?? '');
  }
  const index = names
    .filter((name) => !name.includes('.openapi.'))
    .map((path) => ({ path, kind: 'own', workflows: 1, sources: sourcesIn(names) }));
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  return folder;
}

function sourcesIn(names: readonly string[]): readonly object[] {
  return names
    .filter((name) => name.includes('.openapi.'))
    .map((name) => ({ name: 'pets', url: `./${name}`, corpusPath: name }));
}
