import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readTar } from './read-tar.mjs';

/**
 * Gives you the index of a corpus and where its documents are; `close` removes what was unpacked.
 *
 * @param {string} folder
 */
export function openCorpus(folder) {
  const unpacked = existsSync(join(folder, 'index.json')) ? undefined : unpack(folder);
  const root = unpacked ?? folder;
  return {
    docs: join(root, 'docs'),
    index: JSON.parse(readFileSync(join(root, 'index.json'), 'utf8')),
    close: () => {
      if (unpacked !== undefined) rmSync(unpacked, { recursive: true });
    },
  };
}

/** The archives of a folder in a temporary folder. */
function unpack(folder) {
  const archives = readdirSync(folder).filter((name) => name.endsWith('.tar.gz'));
  if (archives.length === 0) {
    throw new Error(`${folder} has neither index.json nor a .tar.gz.`);
  }
  const target = mkdtempSync(join(tmpdir(), 'arazzo-corpus-'));
  for (const archive of archives) {
    for (const { name, content } of readTar(
      gunzipSync(readFileSync(join(folder, archive))),
    )) {
      const path = join(target, name);
      // An archive must not write beside its folder.
      if (!path.startsWith(target)) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
  return target;
}
