import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, parse, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { didYouMean } from '../../diagnostics/index.ts';
import { fileProblem } from './file-problem.ts';
import { NotThereError } from './not-there-error.ts';

/** What may be read. */
export interface FileReaderOptions {
  /** Bytes that a file may have. @default 16 MiB */
  readonly maxBytes?: number;
}

/** A file that was read. */
interface FileText {
  readonly text: string;
  /** A `file:` URL. */
  readonly uri: string;
  /** Its path, from the current folder where it lies there. */
  readonly name: string;
}

/** Reads the files that documents refer to. */
export interface FileReader {
  /**
   * Reads a file that the caller named. From now on what lies in its folder, or in the one above, may
   * be read as well: the one that holds `arazzo/` and `openapi/` side by side.
   */
  readNamed(path: string): Promise<FileText>;
  /** The same without reading. */
  allow(path: string): void;
  /** Reads what a document refers to, if it lies where something was allowed; links are followed first. */
  read(url: string, base: string): Promise<FileText>;
}

const mebibyte = 2 ** 20;

/** Creates a reader that may read nothing yet. */
export function createFileReader({
  maxBytes = 16 * mebibyte,
}: FileReaderOptions = {}): FileReader {
  const folders = new Set<string>();
  const allow = (path: string): void => {
    folders.add(readableFolder(dirname(resolve(path))));
  };
  const readAt = async (path: string, real: string, url: string): Promise<FileText> => {
    const found = await stat(real);
    if (!found.isFile()) throw new Error(`${url} is not a file.`);
    if (found.size > maxBytes)
      throw new Error(`${url} is larger than ${maxBytes / mebibyte} MiB.`);
    const text = await readFile(real, 'utf8').catch((cause: unknown) => {
      throw new Error(`${url} cannot be read: ${fileProblem(cause)}.`, { cause });
    });
    return { text, uri: pathToFileURL(path).href, name: nameOf(path) };
  };
  return {
    allow,
    readNamed: async (path) => {
      const whole = /^file:/iu.test(path) ? fileURLToPath(path) : resolve(path);
      const real = await existing(whole, path);
      allow(whole);
      return readAt(whole, real, path);
    },
    read: async (url, base) => {
      const path = toPath(url, base);
      const real = await existing(path, url).catch(async (error: unknown) => {
        throw (await nearlyNamed(path, url, folders)) ?? error;
      });
      if (!(await isAllowed(real, folders)))
        throw new NotThereError(
          `${url} lies outside the folders that the document may read.`,
        );
      return readAt(path, real, url);
    },
  };
}

/** The folder above, unless that is the whole disk. */
function readableFolder(folder: string): string {
  const above = dirname(folder);
  return above === parse(above).root ? folder : above;
}

function toPath(url: string, base: string): string {
  if (/^file:/iu.test(url)) return fileURLToPath(url);
  const folder = dirname(/^file:/iu.test(base) ? fileURLToPath(base) : resolve(base));
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
    throw new NotThereError(`${url} does not exist.`, { cause });
  }
}

/** What may be read anyway may be named. */
async function nearlyNamed(
  path: string,
  url: string,
  folders: Iterable<string>,
): Promise<NotThereError | undefined> {
  const folder = await realpath(dirname(path)).catch(() => undefined);
  if (folder === undefined || !(await isAllowed(folder, folders))) return undefined;
  const name = basename(path);
  const others = (await readdir(folder).catch(() => [])).filter((each) => each !== name);
  const hint = didYouMean(name, others);
  return hint === undefined
    ? undefined
    : new NotThereError(`${url} does not exist. ${hint}`);
}

async function isAllowed(real: string, folders: Iterable<string>): Promise<boolean> {
  for (const folder of folders) {
    const root = await realpath(folder).catch(() => undefined);
    if (root !== undefined && isInside(real, root)) return true;
  }
  return false;
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function nameOf(path: string): string {
  const current = process.cwd();
  return isInside(path, current) ? relative(current, path) : path;
}
