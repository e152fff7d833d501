import type { ImportOptions } from '../../../src/index.ts';
import type { Fields } from './document.ts';

/** Where the tests' documents are. */
export const documentUri = 'https://example.test/docs/main.arazzo.json';

/**
 * Texts of sources by their url, as a document has it or absolute; `null` for one that is not there.
 */
export type Files = Readonly<Record<string, string | null>>;

/** Reads sources from memory; every url that is not listed has the API description. */
export function readFiles(files: Files, api: Fields): NonNullable<ImportOptions['read']> {
  return async (url, base) => {
    const { href: uri } = new URL(url, base || documentUri);
    const text = uri in files ? files[uri] : files[url];
    if (text === null) throw new Error(`${url} is not there.`);
    return { text: text ?? JSON.stringify(api), uri };
  };
}
