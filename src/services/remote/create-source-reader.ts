import type { FileReader } from '../files/create-file-reader.ts';
import { NotThereError } from '../files/not-there-error.ts';
import { createRemoteReader } from './create-remote-reader.ts';
import type { AllowRemote } from './allowed-hosts.ts';
import type { RemoteReaderOptions, RemoteText } from './create-remote-reader.ts';
import { HostNotAllowedError, SourceError } from './source-error.ts';

/** What documents may read. */
export interface SourceReaderOptions extends Omit<RemoteReaderOptions, 'allow'> {
  /** Hosts that documents are read from. @default none */
  readonly allowRemote?: AllowRemote;
  /** What to do about a host that is not allowed. */
  readonly hint?: (refused: { readonly host: string; readonly source: string }) => string;
  /** What to do about a source that is not where the document says. */
  readonly hintElsewhere?: (source: string) => string;
}

/** A document that was read. */
interface DocumentText extends RemoteText {
  /** What to call it in diagnostics. */
  readonly name: string;
}

/** Reads documents and what they refer to, from files and from the network. */
export interface SourceReader {
  /** Reads what the caller named: a path or a URL. It, and what belongs to it, is allowed by that. */
  readonly readNamed: (pathOrUrl: string) => Promise<DocumentText>;
  /** Allows what a document at this path may read, for a caller who has its text already. */
  readonly allowFile: (path: string) => Promise<void>;
  /** Reads what a document names, as the import of a document wants it. */
  readonly read: (
    url: string,
    base: string,
    about: { readonly source: string; readonly from: string },
  ) => Promise<DocumentText>;
}

/** Creates a reader with rules: documents come from anywhere, and may not read everything. */
export function createSourceReader({
  allowRemote = [],
  hint = hintFor,
  hintElsewhere = hintForElsewhere,
  ...remote
}: SourceReaderOptions = {}): SourceReader {
  // Browsers have no files, and load nothing that reads them.
  let loading: Promise<FileReader> | undefined;
  const files = (): Promise<FileReader> => (loading ??= loadFileReader(remote));
  const named = new Set<string>();
  const readRemote = (url: string, from: string): Promise<RemoteText> => {
    const allow = allowRemote === true ? true : [...allowRemote, ...named];
    return createRemoteReader({ ...remote, allow })(url, from);
  };
  const readNamed = async (place: string): Promise<DocumentText> => {
    if (!isRemote(place)) return (await files()).readNamed(place);
    if (URL.canParse(place)) named.add(new URL(place).origin);
    return withName(await readRemote(place, ''));
  };
  const readReferred = async (
    url: string,
    base: string,
    from: string,
  ): Promise<DocumentText> => {
    const target = isAbsolute(url) || !isRemote(base) ? url : new URL(url, base).href;
    if (isRemote(target)) return withName(await readRemote(target, from));
    assertFile(target, base, from);
    return (await files()).read(target, base);
  };
  return {
    readNamed: (place) => withHint(readNamed(place), { source: '', hint, hintElsewhere }),
    allowFile: async (path) => (await files()).allow(path),
    read: (url, base, { source, from }) =>
      withHint(base === '' ? readNamed(url) : readReferred(url, base, from), {
        source: base === '' ? '' : source,
        hint,
        hintElsewhere,
      }),
  };
}

async function loadFileReader(options: SourceReaderOptions): Promise<FileReader> {
  const { createFileReader } = await import('../files/create-file-reader.ts');
  return createFileReader(options);
}

function assertFile(target: string, base: string, from: string): void {
  if (isAbsolute(target) && !/^file:/iu.test(target))
    throw new SourceError(`${target} is not read: it is neither a file nor http.`);
  if (isRemote(from))
    throw new SourceError(`${target} is not read: ${from} comes from the network.`);
  if (!isAbsolute(target) && !/^file:/iu.test(base))
    throw new SourceError(`${target} is relative, and it is not known to what.`);
}

function isAbsolute(url: string): boolean {
  return /^[a-z][a-z\d+.-]+:/iu.test(url);
}

function isRemote(url: string): boolean {
  return /^https?:/iu.test(url);
}

function withName(read: RemoteText): DocumentText {
  return { ...read, name: read.uri };
}

async function withHint(
  reading: Promise<DocumentText>,
  { source, hint, hintElsewhere }: Hints,
): Promise<DocumentText> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof HostNotAllowedError) {
      const { message, host } = error;
      throw new SourceError(message, { cause: error, hint: hint({ host, source }) });
    }
    if (!(error instanceof NotThereError) || source === '') throw error;
    throw new SourceError(error.message, { cause: error, hint: hintElsewhere(source) });
  }
}

type Hints = Required<Pick<SourceReaderOptions, 'hint' | 'hintElsewhere'>> & {
  readonly source: string;
};

function hintForElsewhere(source: string): string {
  return `Say where it is with sources: { ${JSON.stringify(source)}: '…' }; until then operations are taken as they are named.`;
}

function hintFor({ host }: { readonly host: string }): string {
  return `Allow it with allowRemote: ['${host}'], or give a copy with sources.`;
}
