import { importDocument } from '../arazzo-import/index.ts';
import type { ImportedDocument, ImportOptions } from '../arazzo-import/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { createSourceReader } from '../services/files/create-source-reader.ts';
import { unreadableFile } from '../services/files/unreadable-file.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** A document that a command was given, with its text for positions. */
export interface ReadDocument {
  /** Its path, as the call gave it. */
  readonly uri: string;
  readonly text: string;
  readonly imported: ImportedDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and imports the document at a path; an unreadable file becomes a diagnostic. */
export async function readDocument(
  path: string | undefined,
  io: Io,
  options: ImportOptions = {},
): Promise<ReadDocument> {
  if (path === undefined)
    throw new UsageError('Which document?', 'Give the path of an Arazzo file.');
  let text: string;
  try {
    text = await io.readFile(path);
  } catch (error) {
    return unreadable(path, error);
  }
  const imported = await importDocument(text, {
    uri: path,
    read: createSourceReader(path),
    ...options,
  });
  return { uri: path, text, imported, diagnostics: imported.diagnostics };
}

function unreadable(uri: string, error: unknown): ReadDocument {
  const diagnostic = unreadableFile(uri, error);
  const diagnostics = [diagnostic];
  return {
    uri,
    text: '',
    diagnostics,
    imported: {
      document: undefined,
      diagnostics,
      workflows: [],
      units: [],
      rangeAt: () => diagnostic.range,
    },
  };
}
