import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The Arazzo documents at paths: files, and all `*.arazzo.yaml` in folders. */
export function findDocuments(places) {
  return places.flatMap((place) => {
    if (!statSync(place).isDirectory()) return [place];
    return readdirSync(place, { recursive: true })
      .map(String)
      .filter((name) => /\.arazzo\.(?:ya?ml|json)$/u.test(name))
      .toSorted()
      .map((name) => join(place, name));
  });
}
