import type { ImportedDocument } from '../arazzo-import/index.ts';
import { didYouMean } from '../diagnostics/index.ts';
import { UsageError } from './usage-error.ts';

/**
 * What options call the sources of an import: the names of the imported document, and for other
 * documents the names that lead to them, joined with a dot.
 */
export function sourceNames({ units }: ImportedDocument): readonly string[] {
  return units.flatMap(({ name, sources }) =>
    [...sources.keys()].map((source) => (name === '' ? source : `${name}.${source}`)),
  );
}

/** @throws UsageError for a name that no source has */
export function assertSourceNames(
  names: readonly string[],
  option: string,
  imported: ImportedDocument,
): void {
  const known = sourceNames(imported);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined || imported.document === undefined) return;
  throw unknownSource(unknown, option, known);
}

/** Says that an option names a source that the document does not have. */
export function unknownSource(
  name: string,
  option: string,
  known: readonly string[],
): UsageError {
  const all = known.map((each) => `"${each}"`).join(', ');
  return new UsageError(
    `--${option} names "${name}", but the document has no source description of that name.`,
    didYouMean(name, known) ?? `Its sources are ${all}.`,
  );
}
