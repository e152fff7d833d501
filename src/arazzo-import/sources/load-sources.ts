import type { Report } from '../../diagnostics/index.ts';
import type { ArazzoDocument } from '../document.ts';
import type { SourceOperations } from '../link/link-context.ts';
import { parseText } from '../parse/parse-text.ts';
import { indexOpenApi } from './index-openapi.ts';
import type { OpenApiIndex } from './index-openapi.ts';
import { sourceUses } from './source-use.ts';
import type { SourceUse } from './source-use.ts';

/** How the operations of a document's sources become known. */
export interface SourceOptions {
  /**
   * Reads the text of a source description; `url` is as the document has it. Rejects when it cannot
   * be read. Without it no source is read.
   */
  readonly read?: (url: string) => Promise<string>;
  /**
   * What the caller knows about a source by itself. A source that it knows is not read.
   */
  readonly known?: (
    use: SourceUse,
  ) => SourceOperations | undefined | Promise<SourceOperations | undefined>;
  /** What the caller knows about a source whose description cannot be read. */
  readonly fallback?: (use: SourceUse) => SourceOperations | undefined;
}

/** What became of the sources: their operations, and the descriptions that were read. */
export interface LoadedSources {
  readonly operations: ReadonlyMap<string, SourceOperations>;
  readonly openapi: ReadonlyMap<string, OpenApiIndex>;
}

/**
 * Loads the API descriptions of a document. One that cannot be read is reported as a warning: its
 * operations may still run, when somebody is there who performs them.
 */
export async function loadSources(
  document: ArazzoDocument,
  { read, known, fallback }: SourceOptions,
  report: Report,
): Promise<LoadedSources> {
  const operations = new Map<string, SourceOperations>();
  const openapi = new Map<string, OpenApiIndex>();
  for (const use of sourceUses(document)) {
    const { name, type = 'openapi' } = use.description;
    let found = await known?.(use);
    if (
      found === undefined &&
      read !== undefined &&
      use.operations.length > 0 &&
      type === 'openapi'
    ) {
      const index = await readOpenApi(use, read, report);
      if (index !== undefined) openapi.set(name, index);
      found = index ?? fallback?.(use);
    }
    if (found !== undefined) operations.set(name, found);
  }
  return { operations, openapi };
}

async function readOpenApi(
  { description }: SourceUse,
  read: (url: string) => Promise<string>,
  report: Report,
): Promise<OpenApiIndex | undefined> {
  const { name, url, path } = description;
  const unreadable = (why: string): undefined => {
    report({
      code: 'UNREADABLE_SOURCE',
      severity: 'warning',
      path: `${path}/url`,
      message: `The source "${name}" cannot be used: ${why}`,
      hint: 'Operations are taken as they are named; nothing could be checked against the description.',
    });
  };
  let text: string;
  try {
    text = await read(url);
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
  const { value, diagnostics } = parseText(text, url);
  const index = indexOpenApi(value);
  if (index !== undefined) return index;
  const broken = diagnostics.some(({ severity }) => severity === 'error');
  return unreadable(
    broken
      ? `${url} is not valid YAML or JSON.`
      : `${url} is not an OpenAPI description.`,
  );
}
