import type { Diagnostic } from '../../diagnostics/index.ts';
import type { ArazzoDocument } from '../document.ts';
import type { ParsedDocument } from '../parse/parse-document.ts';
import { createUnit } from './create-unit.ts';
import type { GrowingUnit } from './create-unit.ts';
import type { DocumentUnit } from './document-unit.ts';
import { createSourceLoader } from './load-source.ts';
import { createRetrieve } from './retrieve.ts';
import type { SourceOptions } from './source-options.ts';
import { createUnitIndex } from './unit-index.ts';

/** The document that is imported. */
export interface EntryDocument {
  /** What diagnostics call it. */
  readonly uri: string;
  readonly text: string;
  readonly parsed: ParsedDocument & { readonly document: ArazzoDocument };
}

/** Every document of an import. */
export interface LoadedDocuments {
  /** The imported one first; each document once. */
  readonly units: readonly [DocumentUnit, ...DocumentUnit[]];
  /** What is wrong with all of them by now, also with those that could not be understood. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/**
 * Loads the documents that a document refers to, and those that they refer to. What cannot be read is
 * reported as a warning: workflows that do not use it can run, and operations may find somebody who
 * performs them.
 */
export async function loadDocuments(
  { uri, text, parsed }: EntryDocument,
  options: SourceOptions = {},
): Promise<LoadedDocuments> {
  const location = options.baseUri ?? uri;
  const first = createUnit({ name: '', uri, location, text }, parsed);
  const index = createUnitIndex(first);
  const loadSources = createSourceLoader({
    first,
    index,
    options,
    retrieve: await createRetrieve(options),
  });
  // One after the other, and new ones behind the last: documents may refer to each other.
  const pending: GrowingUnit[] = [first];
  for (const unit of pending) {
    await loadSources(unit);
    pending.push(...index.others.slice(pending.length - 1));
  }
  return {
    units: [first, ...index.others],
    diagnostics: () => [
      ...[first, ...index.others].flatMap(({ diagnostics }) => diagnostics),
      ...index.broken,
    ],
  };
}
