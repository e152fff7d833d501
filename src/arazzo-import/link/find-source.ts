import { didYouMean } from '../../diagnostics/index.ts';
import type { Source } from '../sources/document-unit.ts';
import type { LinkContext } from './link-context.ts';
import { listNames } from './list-names.ts';

/** Finds a source of the document by its name; reports when there is none. */
export function findSource(
  { unit, document, report }: LinkContext,
  name: string,
  path: string,
): Source | undefined {
  const source = unit.sources.get(name);
  if (source !== undefined) return source;
  const names = document.sourceDescriptions.map((each) => each.name);
  report({
    code: 'UNKNOWN_SOURCE',
    path,
    message: `The document has no source description "${name}".`,
    hint: didYouMean(name, names) ?? `Its sources are ${listNames(names)}.`,
  });
  return undefined;
}

/** The sources that an operation without a source may belong to: all but Arazzo documents (A-STEP-10). */
export function operationSources({
  unit,
}: LinkContext): readonly Exclude<Source, { kind: 'arazzo' }>[] {
  return [...unit.sources.values()].flatMap((source) =>
    source.kind === 'arazzo' ? [] : [source],
  );
}
