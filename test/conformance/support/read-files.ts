import type { ImportOptions } from '../../../src/index.ts';
import type { Fields } from './document.ts';

/** Texts of sources by their url; `null` for one that is not there. */
export type Files = Readonly<Record<string, string | null>>;

/** Reads sources from memory; every url that is not listed has the API description. */
export function readFiles(files: Files, api: Fields): NonNullable<ImportOptions['read']> {
  return async (url) => {
    const text = files[url];
    if (text === null) throw new Error(`${url} is not there.`);
    return text ?? JSON.stringify(api);
  };
}
