import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, parse, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a document may read. */
export interface SourceReaderOptions {
  /** Bytes that a source may have. @default 16 MiB */
  readonly maxBytes?: number;
}

const mebibyte = 2 ** 20;

/**
 * Creates the function that reads the source descriptions of a document from disk. Their URLs are
 * relative to the document. A document comes from anywhere, so it reads only files in the folder
 * above its own, the one that holds `arazzo/` and `openapi/` side by side; links are followed first.
 */
export function createSourceReader(
  documentPath: string,
  { maxBytes = 16 * mebibyte }: SourceReaderOptions = {},
): (url: string) => Promise<string> {
  const folder = dirname(resolve(documentPath));
  return async (url) => {
    const path = toPath(url, folder);
    const real = await existing(path, url);
    const root = await realpath(readableFolder(folder));
    if (!isInside(real, root)) {
      throw new Error(`${url} lies outside the folder that the document may read.`);
    }
    const found = await stat(real);
    if (!found.isFile()) throw new Error(`${url} is not a file.`);
    if (found.size > maxBytes)
      throw new Error(`${url} is larger than ${maxBytes / mebibyte} MiB.`);
    return readFile(real, 'utf8');
  };
}

/** The folder above, unless that is the whole disk. */
function readableFolder(folder: string): string {
  const above = dirname(folder);
  return above === parse(above).root ? folder : above;
}

function toPath(url: string, folder: string): string {
  if (/^file:/iu.test(url)) return fileURLToPath(url);
  if (/^[a-z][a-z\d+.-]+:/iu.test(url))
    throw new Error(`${url} is not read: it is not a file.`);
  return resolve(folder, decode(url.replace(/[?#].*$/su, '')));
}

/** A name that is no URL is taken as it is. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

async function existing(path: string, url: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    throw new Error(`${url} does not exist.`, { cause });
  }
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
