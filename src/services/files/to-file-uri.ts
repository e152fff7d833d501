import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The `file:` URL of a path, which relative references are resolved against. */
export function toFileUri(path: string): string {
  return pathToFileURL(resolve(path)).href;
}
