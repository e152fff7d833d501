import { parseSourceText } from '../../openapi/index.ts';
import type { ParsedSource } from '../../openapi/index.ts';
import { isObject } from '../is-object.ts';
import { isAbsoluteUri, resolveUri } from './resolve-uri.ts';
import type { SourceOptions, SourceText, SuppliedDocument } from './source-options.ts';

/** A text that a reference led to. */
export interface Retrieved extends Required<SourceText> {
  /** It was not where the reference says, but beside the referring document. */
  readonly isBeside: boolean;
  /** What it calls itself, as far as that is known (Arazzo 1.1, section 4.4). */
  readonly self: string | undefined;
  /** Its value; read when somebody asks, and once. */
  readonly parsed: () => Promise<ParsedSource>;
}

/** Where a reference leads, and who follows it. */
interface Reference {
  readonly url: string;
  /** What the URL is relative to; `''` when the caller named it. */
  readonly base: string;
  /** Where the referring document was read. */
  readonly location: string;
  /** The source. */
  readonly source: string;
}

/** Finds the text that a reference leads to; rejects when there is none. */
export type Retrieve = (reference: Reference) => Promise<Retrieved>;

type Origins = Pick<SourceOptions, 'read' | 'documents'>;

/** Creates the function that finds texts, among those supplied and by reading; each is read once. */
export async function createRetrieve({
  read,
  documents = [],
}: Origins): Promise<Retrieve> {
  const supplied = await Promise.all(documents.map(toSupplied));
  const known = new Map<string, Promise<Retrieved>>();
  const readAt = createReadAt(supplied, read);
  return (reference) => {
    const { url, base } = reference;
    const target = `${base === '' ? 'caller ' : ''}${resolveUri(url, base)}`;
    const found = known.get(target) ?? readSomewhere(reference, readAt);
    known.set(target, found);
    return found;
  };
}

/** Where `$self` leads nowhere, what stands beside the document may still be meant. */
async function readSomewhere(reference: Reference, readAt: Retrieve): Promise<Retrieved> {
  try {
    return await readAt(reference);
  } catch (error) {
    const { url, base, location } = reference;
    if (base === location || isAbsoluteUri(url)) throw error;
    const beside = await readAt({ ...reference, base: location }).catch(() => undefined);
    if (beside === undefined) throw error;
    return { ...beside, isBeside: true };
  }
}

function createReadAt(supplied: readonly Supplied[], read: Origins['read']): Retrieve {
  return async ({ url, base, location, source }) => {
    const target = resolveUri(url, base);
    const found = findSupplied(supplied, target);
    if (found !== undefined) return found;
    if (read === undefined) throw new Error(`No document was supplied for ${target}.`);
    const answer = await read(url, base, { source, from: location });
    const { text, uri, name } =
      typeof answer === 'string' ? { text: answer, uri: target, name: url } : answer;
    return toRetrieved({ text, uri, name: name ?? uri });
  };
}

interface Supplied {
  readonly self: string | undefined;
  readonly uri: string | undefined;
  readonly found: Retrieved;
}

/** Each is read to its end first: only then is known what it calls itself. */
async function toSupplied({ uri, text }: SuppliedDocument): Promise<Supplied> {
  const location = uri === undefined ? '' : resolveUri(uri, '');
  const { value } = await parseSourceText(text);
  const named = isObject(value) ? value['$self'] : undefined;
  const self = typeof named === 'string' ? resolveUri(named, location) : undefined;
  const at = uri === undefined ? (self ?? '') : location;
  const found = toRetrieved({ text, uri: at, name: uri ?? self ?? 'document' }, self);
  return { self, uri: uri === undefined ? undefined : location, found };
}

function findSupplied(
  supplied: readonly Supplied[],
  target: string,
): Retrieved | undefined {
  const found =
    supplied.find(({ self }) => self === target) ??
    supplied.find(({ uri }) => uri === target);
  return found?.found;
}

function toRetrieved(found: Required<SourceText>, self?: string): Retrieved {
  let parsed: Promise<ParsedSource> | undefined;
  return {
    ...found,
    isBeside: false,
    self,
    parsed: () => (parsed ??= parseSourceText(found.text)),
  };
}
