import { importDocument } from '../arazzo-import/index.ts';
import type { ImportedDocument, ImportOptions } from '../arazzo-import/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { toFileUri } from '../services/files/to-file-uri.ts';
import { unreadableFile, unreadableUrl } from '../services/files/unreadable-file.ts';
import { createSourceReader } from '../services/remote/create-source-reader.ts';
import type { SourceReader } from '../services/remote/create-source-reader.ts';
import type { Io } from './io.ts';
import { allowedRemote, givenSources } from './source-arguments.ts';
import type { SourceArguments } from './source-arguments.ts';
import { assertSourceNames } from './source-names.ts';
import { UsageError } from './usage-error.ts';

/** A document that a command was given, with its text for positions. */
export interface ReadDocument {
  /** Its path, as the call gave it. */
  readonly uri: string;
  readonly imported: ImportedDocument;
  readonly diagnostics: readonly Diagnostic[];
  /** The text that a diagnostic is about; `undefined` when it could not be read. */
  readonly textOf: TextOf;
}

/** The text that a diagnostic is about. */
export type TextOf = (diagnostic: Diagnostic) => string | undefined;

/** Reads and imports the document at a path or URL; one that cannot be read becomes a diagnostic. */
export async function readDocument(
  place: string | undefined,
  io: Io,
  { given = {}, ...options }: ImportOptions & { readonly given?: SourceArguments } = {},
): Promise<ReadDocument> {
  if (place === undefined)
    throw new UsageError('Which document?', 'Give the path of an Arazzo file.');
  const sources = givenSources(given);
  const texts = new Map<string, string>();
  const textOf: TextOf = ({ range }) => texts.get(range.uri);
  const reader = createReader(given, texts);
  const entry = await readEntry(place, reader, io);
  if ('diagnostic' in entry) return unreadable(place, entry.diagnostic, textOf);
  texts.set(place, entry.text);
  const imported = await importDocument(entry.text, {
    uri: place,
    baseUri: entry.baseUri,
    read: reader.read,
    sources,
    ...options,
  });
  assertSourceNames(Object.keys(sources), 'source', imported);
  return { uri: place, imported, diagnostics: imported.diagnostics, textOf };
}

/** A reader that keeps what it read, to show where in it something is wrong. */
function createReader(given: SourceArguments, texts: Map<string, string>): SourceReader {
  const reader = createSourceReader({
    allowRemote: allowedRemote(given),
    hint: ({ host, source }) =>
      `Write --allow-remote=${host}${source === '' ? '' : `, or --source ${source}=<path> for a copy of it`}.`,
    hintElsewhere: (source) =>
      `Write --source ${source}=<path or URL>, where it is; until then operations are taken as they are named.`,
  });
  return {
    ...reader,
    read: async (...request) => {
      const found = await reader.read(...request);
      texts.set(found.name, found.text);
      return found;
    },
  };
}

type Entry =
  | { readonly text: string; readonly baseUri: string }
  | { readonly diagnostic: Diagnostic };

async function readEntry(
  place: string,
  { readNamed, allowFile }: SourceReader,
  io: Io,
): Promise<Entry> {
  if (/^https?:/iu.test(place)) {
    try {
      const { text, uri } = await readNamed(place);
      return { text, baseUri: uri };
    } catch (error) {
      return { diagnostic: unreadableUrl(place, error) };
    }
  }
  try {
    const text = await io.readFile(place);
    await allowFile(place);
    return { text, baseUri: toFileUri(place) };
  } catch (error) {
    return { diagnostic: unreadableFile(place, error) };
  }
}

function unreadable(uri: string, diagnostic: Diagnostic, textOf: TextOf): ReadDocument {
  const diagnostics = [diagnostic];
  const rangeAt = (): Diagnostic['range'] => diagnostic.range;
  const imported = {
    document: undefined,
    diagnostics,
    workflows: [],
    units: [],
    rangeAt,
  };
  return { uri, diagnostics, textOf, imported };
}
