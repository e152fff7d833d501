import { parseDocument } from '../../../src/arazzo-import/parse/parse-document.ts';
import { loadDocuments } from '../../../src/arazzo-import/sources/load-documents.ts';
import type { LoadedDocuments } from '../../../src/arazzo-import/sources/load-documents.ts';
import { resolveUri } from '../../../src/arazzo-import/sources/resolve-uri.ts';
import type {
  ReadSource,
  SourceOptions,
} from '../../../src/arazzo-import/sources/source-options.ts';

/** Files by their URIs, and which of them were read. */
export interface Files {
  readonly read: ReadSource;
  readonly reads: readonly string[];
}

/** A reader of texts; what is not among them does not exist. */
export function files(texts: Readonly<Record<string, string>>): Files {
  const reads: string[] = [];
  return {
    reads,
    read: async (url, base) => {
      const uri = resolveUri(url, base);
      reads.push(uri);
      const text = texts[uri];
      if (text === undefined) throw new Error(`${url} does not exist.`);
      return { text, uri };
    },
  };
}

/** Loads a document, whose text has to be usable, with what it refers to. */
export async function load(
  uri: string,
  text: string,
  options: SourceOptions = {},
): Promise<LoadedDocuments> {
  const { document, ...parsed } = parseDocument(text, uri);
  if (document === undefined) throw new Error(JSON.stringify(parsed.diagnostics));
  return loadDocuments({ uri, text, parsed: { ...parsed, document } }, options);
}

/** An Arazzo document with these sources (`name: url`), whose steps call these. */
export function arazzo(
  sources: Readonly<Record<string, string | { url: string; type?: string }>>,
  calls: readonly object[],
  root: object = {},
): string {
  return JSON.stringify({
    arazzo: '1.1.0',
    info: { title: 'T', version: '1' },
    sourceDescriptions: Object.entries(sources).map(([name, source]) => ({
      name,
      ...(typeof source === 'string' ? { url: source } : source),
    })),
    workflows: [
      {
        workflowId: 'w',
        steps: calls.map((call, index) => ({ stepId: `s${index}`, ...call })),
      },
    ],
    ...root,
  });
}

/** A description with one operation. */
export function openapi(operationId: string): string {
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: { '/x': { get: { operationId, responses: {} } } },
  });
}
