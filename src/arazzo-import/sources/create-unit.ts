import { createReporter } from '../../diagnostics/index.ts';
import type { ArazzoDocument } from '../document.ts';
import type { ParsedDocument } from '../parse/parse-document.ts';
import type { DocumentUnit, Source } from './document-unit.ts';
import { resolveUri } from './resolve-uri.ts';

/** A unit whose sources are filled in when they are loaded. */
export interface GrowingUnit extends DocumentUnit {
  readonly sources: Map<string, Source>;
}

/** Creates the unit of a document that was read, without its sources. */
export function createUnit(
  from: Pick<DocumentUnit, 'name' | 'uri' | 'location' | 'text'>,
  parsed: ParsedDocument & { readonly document: ArazzoDocument },
): GrowingUnit {
  const { document, rangeAt } = parsed;
  const { report, diagnostics } = createReporter((path) => rangeAt(path));
  const { self } = document;
  return {
    ...from,
    document,
    rangeAt,
    report,
    base: self === undefined ? from.location : resolveUri(self, from.location),
    sources: new Map(),
    get diagnostics() {
      return [...parsed.diagnostics, ...diagnostics];
    },
  };
}

/** The name of a source in all of the import: `petstore`, `auth.identity`. */
export function qualify({ name }: Pick<DocumentUnit, 'name'>, source: string): string {
  return name === '' ? source : `${name}.${source}`;
}
