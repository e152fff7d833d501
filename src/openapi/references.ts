import { formatPointer, parsePointer, resolvePointer } from '../expressions/index.ts';
import { isObject } from './json.ts';
import type { Json } from './json.ts';

/** A file that is part of a description. */
interface DescriptionFile {
  /** Its URL; `''` for a description that has none. */
  readonly url: string;
  readonly root: Json;
}

/** A value and where it stands. */
export interface Place {
  readonly file: DescriptionFile;
  readonly pointer: string;
  /** `undefined` when there is nothing. */
  readonly value: Json | undefined;
}

/** Something wrong with a description, found only when somebody asks for the part that has it. */
export interface OpenApiProblem {
  /** JSON Pointer to what is wrong. */
  readonly pointer: string;
  readonly message: string;
}

/** Gives the parsed content of another file of the description; `undefined` when nobody has it. */
export type FileResolver = (url: string) => Json | undefined;

/** Follows the references of a description, one at a time and only when asked. */
export interface References {
  /** Where the value really stands: `place` itself, or where its `$ref` leads in the end. */
  readonly follow: (place: Place) => Place;
  /** The member or item of a place, followed. */
  readonly child: (place: Place, ...keys: readonly (string | number)[]) => Place;
}

/** Longer chains of references are mistakes. */
const maxChain = 100;

/** Creates what follows references; a reference that leads nowhere is reported and gives no value. */
export function createReferences(
  resolveFile: FileResolver | undefined,
  report: (problem: OpenApiProblem) => void,
): References {
  const files = new Map<string, DescriptionFile>();

  function fileAt(url: string, from: DescriptionFile): DescriptionFile | undefined {
    if (url === '' || url === from.url) return from;
    const known = files.get(url);
    if (known !== undefined) return known;
    const root = resolveFile?.(url);
    if (root === undefined) return undefined;
    const file = { url, root };
    files.set(url, file);
    return file;
  }

  function target(reference: string, place: Place): Place {
    const nowhere = (why: string): Place => {
      report({ pointer: place.pointer, message: `The reference "${reference}" ${why}.` });
      return { ...place, value: undefined };
    };
    const { url, pointer } = splitReference(reference, place.file.url);
    const file = fileAt(url, place.file);
    if (file === undefined) return nowhere(`leads to another file, which was not read`);
    const keys = parsePointer(pointer);
    if (!keys.ok) return nowhere('has no JSON Pointer after its "#"');
    const value = resolvePointer(file.root, keys.value) as Json | undefined;
    return value === undefined
      ? nowhere('leads to nothing')
      : { file, pointer: formatPointer(keys.value), value };
  }

  function follow(place: Place): Place {
    let current = place;
    for (let length = 0; length < maxChain; length += 1) {
      const reference = referenceOf(current.value);
      if (reference === undefined) return current;
      current = target(reference, current);
    }
    report({ pointer: place.pointer, message: 'The reference leads back to itself.' });
    return { ...place, value: undefined };
  }

  return {
    follow,
    child: (place, ...keys) => keys.reduce((at, key) => follow(childOf(at, key)), place),
  };
}

/** The member or item of a place, as it is written. */
export function childOf(place: Place, key: string | number): Place {
  return {
    file: place.file,
    pointer: place.pointer + formatPointer([key]),
    value: resolvePointer(place.value, [String(key)]) as Json | undefined,
  };
}

/** The reference that stands in the place of a value, if it is one. */
export function referenceOf(value: Json | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  const reference = value['$ref'];
  return typeof reference === 'string' ? reference : undefined;
}

/** The file and the pointer of a reference; the file is `''` for the one it stands in. */
export function splitReference(
  reference: string,
  base: string,
): { readonly url: string; readonly pointer: string } {
  const hash = reference.indexOf('#');
  const file = hash < 0 ? reference : reference.slice(0, hash);
  const fragment = hash < 0 ? '' : reference.slice(hash + 1);
  return { url: file === '' ? '' : resolveUrl(file, base), pointer: decode(fragment) };
}

/** A URL relative to another; paths of files that are no URLs are resolved alike. */
function resolveUrl(url: string, base: string): string {
  if (URL.canParse(url)) return url;
  if (URL.canParse(base)) return URL.canParse(url, base) ? new URL(url, base).href : url;
  const stand = 'file:///';
  const isRooted = base.startsWith('/') || url.startsWith('/');
  const { pathname } = new URL(url, new URL(base, stand));
  return isRooted ? decode(pathname) : decode(pathname.slice(1));
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
