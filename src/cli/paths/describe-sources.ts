import type { ImportedDocument, Source } from '../../arazzo-import/index.ts';
import type { DescriptionOf } from '../../machines/index.ts';
import type { OpenApiDescription } from '../../openapi/index.ts';

/** The API descriptions of a document and of those that it refers to, by the name of the source. */
export function describeSources({ units }: ImportedDocument): DescriptionOf {
  const descriptions = new Map<string, OpenApiDescription>();
  for (const source of units.flatMap(({ sources }) => [...sources.values()])) {
    const description = descriptionOf(source);
    // The imported document comes first.
    if (description === undefined || descriptions.has(source.key)) continue;
    descriptions.set(source.key, description);
  }
  return (name) => descriptions.get(name);
}

function descriptionOf(source: Source): OpenApiDescription | undefined {
  return source.kind === 'openapi' ? source.openapi?.description : undefined;
}
